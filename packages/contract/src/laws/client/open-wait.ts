import type { WaitProgress } from "@fairlead/runtime/waiters";
import type { JobTable } from "@fairlead/sandbox/tables";
import type { Bench } from "../bench.ts";
import { Broken, must } from "../broken.ts";
import { readPointer } from "../document/pointer.ts";
import type { LawContext } from "../law-context.ts";
import { writeRef } from "../requests/valid-draft.ts";
import type { LawWorld } from "../world.ts";
import type { ClientSubject } from "./client-subject.ts";
import { type Answering, inputOf, type SubjectClient, subjectClient } from "./subject-client.ts";

/** A wait that can begin. */
export interface OpenWait {
  readonly client: SubjectClient;
  readonly table: JobTable;
  readonly world: LawWorld;
  /** What the wait told, filled while it goes on. */
  readonly progress: readonly WaitProgress[];
  /** The result. @throws {Broken} There is none. */
  end(): Promise<{ result: unknown }>;
  /** Why there is none. @throws {Broken} There is one. */
  failure(): Promise<{ error: unknown }>;
}

/** Prepares a wait for the job of an operation, or for one that runs already where the operation tells the state. */
export async function openWait(
  bench: Bench,
  target: string,
  { rows }: ClientSubject,
  answeringOf?: (table: JobTable) => Answering,
): Promise<OpenWait> {
  const { context } = bench;
  const table = jobOf(context, target);
  const own = await bench.open();
  const operation = context.operation(target);
  let draft = await own.valid(operation);
  if (target === table.status.operationId) {
    const started = await own.call(filesLast(table.startedBy, context)[0] ?? "");
    draft = writeRef(draft, table.status.param, readPointer(started.json, table.start.id));
  }
  const options = { retry: false, rateLimit: { mode: "off" } } as const;
  const client = subjectClient(own, rows, options, answeringOf?.(table));
  const { windowMs = 0 } = context.tables.rateLimits[operation.rateLimit ?? ""] ?? {};
  if (target !== table.status.operationId) await own.world.advance(windowMs);
  const progress: WaitProgress[] = [];
  const outcome = async (): Promise<{ result: unknown } | { error: unknown }> => {
    const { wait } = client.of(target);
    must(wait !== undefined, "the client can't wait for it");
    const onProgress = (_state: never, told: WaitProgress): void => void progress.push(told);
    const work = async (): Promise<unknown> => await wait(client.core, inputOf(draft), { onProgress }).done();
    return await client.time.pass(work()).then(
      (result) => ({ result }),
      (error: unknown) => {
        if (error instanceof Broken) throw error;
        return { error };
      },
    );
  };
  return {
    client,
    table,
    world: own.world,
    progress,
    async end() {
      const ended = await outcome();
      must("result" in ended, `the wait has no result: ${"error" in ended ? nameOf(ended.error) : ""}`);
      return ended;
    },
    async failure() {
      const ended = await outcome();
      must("error" in ended, "the wait ends well");
      return ended;
    },
  };
}

/**
 * The operations that are waited for: those that start a job, and those that tell the state of one. Jobs that make a file
 * come last, because each file takes a server its time.
 */
export function waited(context: LawContext, { rows }: ClientSubject): string[] {
  const { jobs, operations } = context.tables;
  const stated = new Set(Object.values(jobs).map(({ status }) => status.operationId));
  const ids = operations.filter(({ id, job }) => rows[id] && (job !== undefined || stated.has(id))).map(({ id }) => id);
  return filesLast(ids, context);
}

function filesLast(ids: readonly string[], { document }: LawContext): string[] {
  const isFile = (id: string): boolean => document.jobResults.get(id)?.kind === "file";
  return [...ids.filter((id) => !isFile(id)), ...ids.filter(isFile)];
}

/** The job that an operation starts or tells the state of. @throws {RangeError} There is none. */
export function jobOf({ tables, operation }: LawContext, target: string): JobTable {
  const name = operation(target).job;
  const table =
    name === undefined
      ? Object.values(tables.jobs).find(({ status }) => status.operationId === target)
      : tables.jobs[name];
  if (table === undefined) throw new RangeError(`${target} has no job.`);
  return table;
}

/** An error as findings show it. */
export function nameOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
