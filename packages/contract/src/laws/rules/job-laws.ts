import type { JobStateTable, JobTable, OperationTable } from "@fairlead/sandbox/tables";
import { must } from "../broken.ts";
import { readPointer } from "../document/pointer.ts";
import { same } from "../document/same.ts";
import type { Law } from "../law.ts";
import type { LawContext } from "../law-context.ts";
import { type Exchange, isSuccess } from "../requests/exchange.ts";
import type { LawClient } from "../requests/law-client.ts";
import { writeRef } from "../requests/valid-draft.ts";
import { mustConform } from "./conformance-laws.ts";

const starters = ({ tables }: LawContext): string[] =>
  tables.operations.filter(({ job }) => job !== undefined).map(({ id }) => id);

/** Reads of a job that never ends before a law gives up. */
const maxReads = 60;

/** A job goes along its declared edges and stays where it ends. */
export const jobMonotonic: Law = {
  name: "job_monotonic",
  states: "a job goes from state to state only along declared edges, and stays in its last one",
  targets: starters,
  async check(bench, target) {
    for (const stepMs of [0, 700]) {
      await bench.attempt(async () => {
        const job = await startJob(await bench.open(), target);
        let state = job.state;
        for (let read = 0; read < maxReads && !isEnd(job.table, state); read++) {
          await job.client.world.advance(stepMs);
          const answer = await job.read();
          mustFollow(job.table, state, answer, job.stateOf(answer));
          state = job.stateOf(answer);
        }
        const later = [0, 60_000, 3_600_000].filter((ms) => ms < (job.table.keptMs ?? Number.POSITIVE_INFINITY) / 2);
        for (const ms of later) {
          await job.client.world.advance(ms);
          const answer = await job.read();
          must(
            job.stateOf(answer) === state,
            `the job was ${state}, and after its end it is ${job.stateOf(answer)}`,
            answer,
          );
        }
      });
    }
  },
};

/** A job ends: by polls, by time, and badly when that is planned. */
export const jobTerminates: Law = {
  name: "job_terminates",
  states:
    "a job ends after the declared polls with the clock standing still, and after the declared time in one read; a planned failure comes with its message",
  targets: starters,
  async check(bench, target) {
    const { tables } = bench.context;
    const table = tables.jobs[bench.context.operation(target).job ?? ""];
    if (table === undefined) return;
    const { ms, polls } = usualPath(table);
    if (Number.isFinite(polls)) {
      await bench.attempt(async () => {
        const job = await startJob(await bench.open(), target);
        let answer = await job.read();
        for (let read = 1; read < polls; read++) {
          must(
            !isEnd(table, job.stateOf(answer)),
            `the job has ended after ${read} reads, declared are ${polls}`,
            answer,
          );
          answer = await job.read();
        }
        must(
          isEnd(table, job.stateOf(answer), "success"),
          `the job is ${job.stateOf(answer)} after ${polls} reads`,
          answer,
        );
      });
    }
    if (Number.isFinite(ms)) {
      await bench.attempt(async () => {
        const job = await startJob(await bench.open(), target);
        await job.client.world.advance(ms);
        const answer = await job.read();
        must(isEnd(table, job.stateOf(answer), "success"), `the job is ${job.stateOf(answer)} after ${ms} ms`, answer);
      });
      if (ms > 2) {
        await bench.attempt(async () => {
          const job = await startJob(await bench.open(), target);
          await job.client.world.advance(ms - 1);
          const answer = await job.read();
          must(!isEnd(table, job.stateOf(answer)), `the job has ended 1 ms before its time of ${ms} ms`, answer);
        });
      }
    }
    for (const [end, state] of Object.entries(table.states)) {
      if (!("end" in state) || state.end !== "failure") continue;
      await bench.attempt(async () => {
        const client = await bench.open();
        await client.world.planJob({ operationId: target, end, message: "The roof leaks" });
        const job = await startJob(client, target);
        const answer = await job.readToEnd();
        must(job.stateOf(answer) === end, `planned was ${end}, the job is ${job.stateOf(answer)}`, answer);
        mustConform(answer, bench.context);
        if (state.message === undefined) return;
        const message = readPointer(answer.json, state.message);
        must(message === "The roof leaks", `the message at ${state.message} is ${JSON.stringify(message)}`, answer);
      });
    }
  },
};

/** A job that is forgotten can be read until then. */
export const jobForgotten: Law = {
  name: "job_forgotten",
  states: "a job that has ended reads the same until its declared time is over, and is not found after that",
  targets: (context) => starters(context).filter((id) => keptMs(id, context) !== undefined),
  async check(bench, target) {
    const ms = keptMs(target, bench.context) ?? 0;
    for (const isWatched of [true, false]) {
      await bench.attempt(async () => {
        const job = await startJob(await bench.open(), target);
        const whole = usualPath(job.table).ms;
        if (isWatched || !Number.isFinite(whole)) {
          const ended = await job.readToEnd();
          await job.client.world.advance(ms - 1);
          const last = await job.read();
          must(same(last.json, ended.json), "the job reads otherwise than at its end", last);
          await job.client.world.advance(1);
        } else await job.client.world.advance(whole + ms); // it ends and is forgotten, and nobody looks
        const gone = await job.status();
        must(gone.status === 404, `${ms} ms after its end the job is still known; 404 expected`, gone);
        mustConform(gone, bench.context);
      });
    }
  },
};

/** How long the jobs of an operation are kept; undefined where they stay. */
function keptMs(target: string, context: LawContext): number | undefined {
  return context.tables.jobs[context.operation(target).job ?? ""]?.keptMs;
}

/** A job's result comes with its end. */
export const jobResultAtEnd: Law = {
  name: "job_result_at_end",
  states: "a job has its result at its end and not before, and a result's address serves what its type says",
  targets: (context) =>
    starters(context).filter((id) => (context.document.jobResults.get(id)?.pointers ?? []).length > 0),
  async check(bench, target) {
    const { pointers, kind } = bench.context.document.jobResults.get(target) ?? { pointers: [], kind: "json" };
    await bench.attempt(async () => {
      const job = await startJob(await bench.open(), target);
      const early = kind === "file" ? firstAt(job.answer.json, pointers) : undefined;
      if (!isEnd(job.table, job.state))
        must(early === undefined, `the job is ${job.state} and has a result already`, job.answer);
      const before = firstAt(job.answer.json, pointers);
      const answer = await job.readToEnd();
      const result = firstAt(answer.json, pointers);
      must(
        result !== undefined && result !== null,
        `the job is ${job.stateOf(answer)} and has no result at ${pointers.join(" or ")}`,
        answer,
      );
      if (kind === "json")
        must(
          JSON.stringify(result) !== JSON.stringify(before),
          "the result is what the job had at its beginning",
          answer,
        );
      else await mustServeFile(job.client, result, answer);
    });
  },
};

/** A started job. */
interface StartedJob {
  readonly client: LawClient;
  readonly table: JobTable;
  readonly answer: Exchange;
  readonly state: string;
  /** The answer to its status, whatever it is. */
  status(): Promise<Exchange>;
  read(): Promise<Exchange>;
  readToEnd(): Promise<Exchange>;
  stateOf(answer: Exchange): string;
}

async function startJob(client: LawClient, target: string): Promise<StartedJob> {
  const { context } = client;
  const table = context.tables.jobs[context.operation(target).job ?? ""];
  if (table === undefined) throw new RangeError(`${target} starts no job.`);
  const answer = await client.call(target);
  must(isSuccess(answer), "the job is not started", answer);
  const id = readPointer(answer.json, table.start.id);
  must(id !== undefined, `the answer has no job at ${table.start.id}`, answer);
  const operation: OperationTable = context.operation(table.status.operationId);
  const draft = writeRef(await client.valid(operation), table.status.param, id);
  const stateOf = (one: Exchange): string => String(readPointer(one.json, table.status.state));
  const status = (): Promise<Exchange> => client.send(operation, draft);
  const read = async (): Promise<Exchange> => {
    const one = await status();
    must(isSuccess(one), "the job can't be read", one);
    must(Object.hasOwn(table.states, stateOf(one)), `the state ${stateOf(one)} is not declared`, one);
    return one;
  };
  const readToEnd = async (): Promise<Exchange> => {
    for (let reads = 0; reads < maxReads; reads++) {
      const one = await read();
      if (isEnd(table, stateOf(one))) return one;
      await client.world.advance(1000);
    }
    must(false, `the job has no end after ${maxReads} reads`, answer);
  };
  const told = table.start.state === undefined ? undefined : readPointer(answer.json, table.start.state);
  const state = String(told ?? Object.keys(table.states)[0]);
  return { client, table, answer, state, status, read, readToEnd, stateOf };
}

/** @throws {Broken} No declared path leads from one state to the other. */
function mustFollow(table: JobTable, from: string, answer: Exchange, to: string): void {
  const reached = new Set([from]);
  for (const state of reached) for (const next of nextOf(table.states[state])) reached.add(next);
  must(reached.has(to), `the job went from ${from} to ${to}, and no declared edge leads there`, answer);
}

function nextOf(state: JobStateTable | undefined): readonly string[] {
  return state !== undefined && "next" in state ? state.next : [];
}

function isEnd(table: JobTable, state: string, how?: "success" | "failure"): boolean {
  const declared = table.states[state];
  return declared !== undefined && "end" in declared && (how === undefined || declared.end === how);
}

/** How long the first choice of each state takes until the end. */
function usualPath(table: JobTable): { ms: number; polls: number } {
  let state = table.states[Object.keys(table.states)[0] ?? ""];
  const sum = { ms: 0, polls: 0 };
  for (let steps = 0; state !== undefined && "next" in state && steps < 50; steps++) {
    sum.ms += state.after.ms ?? Number.POSITIVE_INFINITY;
    sum.polls += state.after.polls ?? Number.POSITIVE_INFINITY;
    state = table.states[state.next[0] ?? ""];
  }
  return sum;
}

function firstAt(value: unknown, pointers: readonly string[]): unknown {
  return pointers.map((pointer) => readPointer(value, pointer)).find((one) => one !== undefined && one !== null);
}

/** Bytes that files of a type begin with. */
const signatures: readonly [string, readonly number[]][] = [
  ["application/zip", [0x50, 0x4b]],
  ["application/pdf", [0x25, 0x50, 0x44, 0x46]],
  ["image/png", [0x89, 0x50, 0x4e, 0x47]],
  ["application/gzip", [0x1f, 0x8b]],
];

async function mustServeFile(client: LawClient, address: unknown, answer: Exchange): Promise<void> {
  must(
    typeof address === "string" && URL.canParse(address),
    `the result ${JSON.stringify(address)} is no address`,
    answer,
  );
  const response = await client.world.fetch(new Request(address));
  const bytes = new Uint8Array(await response.arrayBuffer());
  must(
    response.status === 200 && bytes.length > 0,
    `the result's address answers ${response.status} with ${bytes.length} bytes`,
    answer,
  );
  const type = response.headers.get("content-type") ?? "";
  const [, signature = []] = signatures.find(([name]) => type.startsWith(name)) ?? [];
  const begins = signature.every((byte, index) => bytes[index] === byte);
  must(begins, `the result's address says ${type}, and its bytes begin otherwise`, answer);
}
