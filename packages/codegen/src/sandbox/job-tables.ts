import { type Behaviors, durationMs, type Job } from "@fairlead/behaviors";
import type { JobStateTable, JobTable } from "@fairlead/sandbox/tables";
import { DocumentError } from "../document/document-error.ts";
import type { Operation } from "../document/operations.ts";

/**
 * The jobs by name.
 * @throws {DocumentError} The status operation of a job gets no resource, so its jobs could not be kept.
 */
export function jobTables({ jobs = {} }: Behaviors, operations: readonly Operation[]): Record<string, JobTable> {
  return Object.fromEntries(
    Object.entries(jobs).map(([name, { start, status, states, kept }]): [string, JobTable] => {
      const resource = operations.find(({ id }) => id === status.operationId)?.behaviors.resource;
      if (resource?.action !== "get")
        throw new DocumentError(`job ${name}: ${status.operationId} gets no resource; give it x-resource`);
      const startedBy = operations.filter(({ behaviors }) => behaviors.job?.name === name).map(({ id }) => id);
      const table = { start, status, resource: resource.type, startedBy, states: stateTables(states) };
      return [name, kept === undefined ? table : { ...table, keptMs: durationMs(kept) }];
    }),
  );
}

function stateTables(states: Job["states"]): Record<string, JobStateTable> {
  return Object.fromEntries(
    Object.entries(states).map(([name, state]): [string, JobStateTable] => {
      if ("end" in state) return [name, state];
      const { time, polls } = state.after;
      const after = { ...(time !== undefined && { ms: durationMs(time) }), ...(polls !== undefined && { polls }) };
      return [name, { next: state.next, after }];
    }),
  );
}
