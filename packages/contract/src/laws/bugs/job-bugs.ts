import type { JobTable } from "@fairlead/sandbox/tables";
import { readPointer, writePointer } from "../document/pointer.ts";
import type { LawContext } from "../law-context.ts";
import type { LawWorld } from "../world.ts";
import { answerWith, bound, type Interceptor, intercept, jsonOf } from "./intercept.ts";
import type { PlantedBug } from "./planted-bug.ts";

function bug(law: string, what: string, make: (world: LawWorld, context: LawContext) => Interceptor): PlantedBug {
  return { law, what, plant: (open, context) => intercept(open, context, (world) => make(world, context)) };
}

/** A bug in what the answer to a job's status says. */
function inJobs(
  law: string,
  what: string,
  make: () => (json: unknown, table: JobTable, isEnd: boolean) => unknown,
): PlantedBug {
  return bug(law, what, (_, { tables }) => {
    const change = make();
    return async ({ next, operation }) => {
      const response = await next();
      const table = Object.values(tables.jobs).find(({ status }) => status.operationId === operation?.id);
      const json = table === undefined ? undefined : await jsonOf(response);
      if (table === undefined || !response.ok || json === undefined) return response;
      const state = table.states[String(readPointer(json, table.status.state))];
      return answerWith(response, { json: change(json, table, state !== undefined && "end" in state) });
    };
  });
}

const firstState = (table: JobTable): string => Object.keys(table.states)[0] ?? "";

/** Bugs of jobs. */
export const jobBugs: readonly PlantedBug[] = [
  inJobs("job_monotonic", "a job goes back to its first state", () => {
    let ends = 0;
    return (json, table, isEnd) =>
      isEnd && ++ends === 2 ? writePointer(json, table.status.state, firstState(table)) : json;
  }),
  inJobs("job_monotonic", "a job ends twice, each time otherwise", () => {
    let ends = 0;
    return (json, table, isEnd) => {
      const other = Object.entries(table.states).find(([, state]) => "end" in state && state.end === "failure")?.[0];
      return isEnd && ++ends > 1 ? writePointer(json, table.status.state, other) : json;
    };
  }),
  inJobs(
    "job_terminates",
    "a job never ends",
    () => (json, table, isEnd) => (isEnd ? writePointer(json, table.status.state, firstState(table)) : json),
  ),
  inJobs("job_terminates", "a job ends one read late", () => {
    let ends = 0;
    return (json, table, isEnd) =>
      isEnd && ++ends === 1 ? writePointer(json, table.status.state, firstState(table)) : json;
  }),
  {
    law: "job_terminates",
    what: "a planned failure does not come",
    plant: (open) => async () => ({ ...bound(await open()), planJob() {} }),
  },
  bug("job_result_at_end", "the result is there at the start", (world, { document }) => async ({ next, operation }) => {
    const response = await next();
    const result = document.jobResults.get(operation?.id ?? "");
    if (result === undefined || !response.ok) return response;
    return answerWith(response, {
      json: writePointer(await jsonOf(response), result.pointers[0] ?? "", `${world.origin}/early.zip`),
    });
  }),
  bug(
    "job_result_at_end",
    "there is no result at the end",
    (_, { document, tables }) =>
      async ({ next, operation }) => {
        const response = await next();
        if (!Object.values(tables.jobs).some(({ status }) => status.operationId === operation?.id)) return response;
        let json = await jsonOf(response);
        for (const { pointers } of document.jobResults.values())
          for (const pointer of pointers) json = writePointer(json, pointer, undefined);
        return answerWith(response, { json });
      },
  ),
  bug("job_result_at_end", "the result's address serves something else", () => async ({ next, operation }) => {
    const response = await next();
    if (operation !== undefined) return response;
    return new Response("not what was said", { status: response.status, headers: response.headers });
  }),
];
