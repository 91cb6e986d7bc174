import type { Job, ResolvedBehaviors } from "@fairlead/behaviors";
import type { OpenApiDocument } from "./document.ts";
import { DocumentError } from "./document-error.ts";
import { type ItemPath, itemPath } from "./item-path.ts";
import type { Operation } from "./operations.ts";

type StartedJob = NonNullable<ResolvedBehaviors["job"]>;

/** The job that `.wait` of an operation watches. */
export interface JobWatch {
  /** The name of the job's definition; names with a plus sign between them where one operation tells the state of several. */
  readonly name: string;
  readonly definition: Pick<Job, "start" | "status" | "states" | "poll">;
  /** The operation that tells the state: this one, where it does not start the job. */
  readonly status: Pick<Operation, "id">;
  /**
   * Names of the parameters that the status operation has besides the job's id, as far as it needs them or both
   * operations have them; `.wait` takes them from its input.
   */
  readonly shared: readonly string[];
  /** Present on an operation that starts the job. */
  readonly started?: Pick<StartedJob, "result" | "resultKind" | "resultSchema">;
  /** The ways to the result in the answer of the status operation; of several, the first that is present leads to it. */
  readonly resultPaths: readonly ItemPath[];
}

/**
 * Finds the job that an operation starts, or whose state it tells.
 * @param operations - All operations of the document.
 * @throws {DocumentError} One operation tells the states of several jobs, and they disagree about one; or the status
 *   operation needs a parameter that the starting one does not have.
 */
export function jobWatch(
  document: OpenApiDocument,
  operation: Operation,
  operations: readonly Operation[],
): JobWatch | undefined {
  const { job } = operation.behaviors;
  const jobs = job ? [job] : told(operation, operations);
  const [first] = jobs;
  if (first === undefined) return undefined;
  const status = operations.find(({ id }) => id === first.status.operationId);
  if (status === undefined) throw new DocumentError(`${operation.id}: no operation is ${first.status.operationId}`);
  const pointers = job ? (job.result ?? []) : jobs.flatMap(({ states }) => Object.values(states).flatMap(resultOf));
  return {
    name: jobs.map(({ name }) => name).join("+"),
    definition: {
      ...first,
      states: jobs.map(({ states }) => states).reduce((all, next) => merged(operation, all, next)),
    },
    status,
    shared: sharedParameters(operation, status, first),
    ...(job && { started: job }),
    resultPaths: [...new Set(pointers)].map((pointer) => itemPath(document, status.source, pointer)),
  };
}

function sharedParameters(operation: Operation, status: Operation, { status: { param } }: StartedJob): string[] {
  const known = new Set(operation.parameters.map(({ name }) => name));
  const others = status.parameters.filter(({ name, in: place }) => `${place}.${name}` !== param);
  for (const { name, required } of others) {
    if (!required || known.has(name)) continue;
    throw new DocumentError(`${operation.id} has no parameter ${name}, which ${status.id} needs to tell of its job`);
  }
  return others.map(({ name }) => name).filter((name) => known.has(name));
}

/** The jobs whose state an operation tells, each once. */
function told({ id }: Operation, operations: readonly Operation[]): StartedJob[] {
  const jobs = operations.flatMap(({ behaviors: { job } }) => (job?.status.operationId === id ? [job] : []));
  return jobs.filter(({ name }, index) => jobs.findIndex((job) => job.name === name) === index);
}

/** The states of two jobs: what both know must end in the same way. */
function merged({ id }: Operation, one: Job["states"], other: Job["states"]): Job["states"] {
  for (const [name, state] of Object.entries(other)) {
    const known = one[name];
    if (known !== undefined && JSON.stringify(ends(known)) !== JSON.stringify(ends(state)))
      throw new DocumentError(`${id} tells the state ${name} of two jobs, and it ends them in different ways`);
  }
  return { ...one, ...other };
}

function ends(state: Job["states"][string]): readonly unknown[] {
  return "end" in state ? [state.end, state.result, state.message] : [];
}

function resultOf(state: Job["states"][string]): string[] {
  return "end" in state && state.end === "success" ? [state.result ?? ""] : [];
}
