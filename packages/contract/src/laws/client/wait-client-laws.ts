import type { FileResult } from "@fairlead/runtime/files";
import { isWaiterFailedError, isWaiterTimeoutError } from "@fairlead/runtime/waiters";
import type { JobTable } from "@fairlead/sandbox/tables";
import { Broken, must } from "../broken.ts";
import { readPointer, writePointer } from "../document/pointer.ts";
import type { Law } from "../law.ts";
import type { LawContext } from "../law-context.ts";
import type { ClientSubject } from "./client-subject.ts";
import type { Pace } from "./declarations.ts";
import { jobOf, nameOf, type OpenWait, openWait, waited } from "./open-wait.ts";
import type { Answering } from "./subject-client.ts";

/** A wait ends with the declared result. */
export function waitsToTheEnd(subject: ClientSubject): Law {
  return {
    name: "client_waits_to_the_end",
    states:
      "a wait tells the state of the start and of each poll, ends with the declared success, and gives what stands at the first declared place that has a result",
    targets: (context) => waited(context, subject),
    async check(bench, target) {
      const { places, kind } = resultOf(bench.context, target);
      for (const index of places.keys()) {
        await bench.attempt(async () => {
          const moved: { value?: unknown } = {};
          const wait = await openWait(bench, target, subject, (table) => resultAt(table, places, index, moved));
          const { result } = await wait.end();
          const { progress, table } = wait;
          const place = places[index] ?? "";
          if (kind === "file") await mustBeFile(wait, result, moved.value, place);
          else
            must(JSON.stringify(result) === JSON.stringify(moved.value), `the result is not what stands at ${place}`);
          if (table.start.state === undefined || table.status.operationId === target) return;
          const [first] = progress;
          must(first?.polls === 0, "the state that the start tells is not told");
        });
      }
    },
  };
}

/** A failed job is an error that says why. */
export function tellsFailure(subject: ClientSubject): Law {
  return {
    name: "client_tells_failure",
    states: "a job that fails is an error with its state, the server's message, and a count of declared states",
    targets: (context) => waited(context, subject).filter((id) => context.operation(id).job !== undefined),
    async check(bench, target) {
      const table = jobOf(bench.context, target);
      for (const [state, declared] of Object.entries(table.states)) {
        if (!("end" in declared) || declared.end !== "failure") continue;
        await bench.attempt(async () => {
          const wait = await openWait(bench, target, subject);
          await wait.world.planJob({ operationId: target, end: state, message: "The roof leaks" });
          const { error } = await wait.failure();
          must(isWaiterFailedError(error), `a job that fails is ${nameOf(error)}`);
          must(error.state === state, `a job that ends as ${state} is told as ${error.state}`);
          if (declared.message !== undefined)
            must(error.message.includes("The roof leaks"), `the message at ${declared.message} is not told`);
          const odd = Object.keys(error.tally).filter((name) => !Object.hasOwn(table.states, name));
          must(odd.length === 0, `states are counted that no job has: ${odd.join(", ")}`);
        });
      }
    },
  };
}

/** Polls have the declared pace. */
export function pollsAtPace(subject: ClientSubject): Law {
  return {
    name: "client_polls_at_pace",
    states: "while a job runs on, the polls come at the declared pace, and the wait ends at the declared time",
    targets: (context) => waited(context, subject).filter((id) => paceOf(subject, id) !== undefined),
    async check(bench, target) {
      const pace = paceOf(subject, target);
      if (pace === undefined) return;
      await bench.attempt(async () => {
        const wait = await openWait(bench, target, subject, endless);
        const { client, table } = wait;
        const start = client.time.now();
        const { error } = await wait.failure();
        must(isWaiterTimeoutError(error), `a job without an end is ${nameOf(error)}`);
        near(client.time.now() - start, pace.timeoutMs, "the wait ends");
        const polls = client.sent
          .filter(({ operationId }) => operationId === table.status.operationId)
          .map(({ at }) => at - start);
        let pause = pace.everyMs;
        let expected = table.start.state === undefined ? 0 : Math.min(pause, pace.maxMs);
        for (const at of polls) {
          near(at, expected, "a poll is sent");
          if (expected > 0) pause *= pace.factor;
          expected += Math.min(pause, pace.maxMs);
        }
        must(expected >= pace.timeoutMs, `the polls end ${polls.at(-1) ?? 0} ms after the start`);
      });
    },
  };
}

/** A file that is fetched from the address of the result, by nobody who is known there. */
async function mustBeFile(
  { client, world }: OpenWait,
  result: unknown,
  address: unknown,
  place: string,
): Promise<void> {
  const file = result as Partial<FileResult> | null | undefined;
  must(file?.url === address && typeof file?.bytes === "function", `the result is not the file at ${place}`);
  const before = client.sent.length;
  const bytes = await client.time.pass(file.bytes()).catch((error: unknown) => {
    throw new Broken(`the file can't be read: ${nameOf(error)}`);
  });
  must(bytes.length > 0, "the file is empty");
  const token = world.token();
  for (const { headers, url } of client.sent.slice(before)) {
    const isTold = [url.href, ...headers.values()].some((value) => value.includes(token));
    must(!isTold, "the host of the file is sent the credential");
  }
}

/** A server whose final answer has the result at one of its declared places, and something else at those after it. */
function resultAt(table: JobTable, places: readonly string[], index: number, moved: { value?: unknown }): Answering {
  return onStatus(table, async (response) => {
    const body: unknown = await response.clone().json();
    const state = table.states[String(readPointer(body, table.status.state))];
    if (state === undefined || !("end" in state) || state.end !== "success") return response;
    const value = places.map((place) => readPointer(body, place)).find((one) => one !== undefined && one !== null);
    moved.value = value;
    let changed = places.reduce((rest, place) => (place === "" ? rest : writePointer(rest, place, undefined)), body);
    for (const [at, place] of places.entries()) {
      if (at < index) continue;
      changed = writePointer(changed, place, at === index ? value : typeof value === "string" ? `${value}?other` : {});
    }
    return Response.json(changed);
  });
}

/** A server whose jobs stay in their first state, however long they are waited for. */
function endless(table: JobTable): Answering {
  const [first] = Object.keys(table.states);
  return onStatus(table, async (response) =>
    Response.json(writePointer(await response.json(), table.status.state, first)),
  );
}

function onStatus(table: JobTable, change: (response: Response) => Promise<Response>): Answering {
  return async ({ operationId }, _request, next) => {
    const response = await next();
    return operationId === table.status.operationId && response.ok ? await change(response) : response;
  };
}

/** Where the document has the result: at the operation's own places, else at that of the successful state. */
function resultOf(context: LawContext, target: string): { places: readonly string[]; kind: "json" | "file" } {
  const declared = context.operation(target).job === undefined ? undefined : context.document.jobResults.get(target);
  if (declared !== undefined && declared.pointers.length > 0) return { places: declared.pointers, kind: declared.kind };
  const usual = Object.values(jobOf(context, target).states).find((one) => "end" in one && one.end === "success");
  return { places: [(usual !== undefined && "end" in usual && usual.result) || ""], kind: "json" };
}

function paceOf({ declarations }: ClientSubject, target: string): Pace | undefined {
  const pace = declarations.get(target)?.pace;
  return pace !== undefined && Object.values(pace).every(Number.isFinite) ? pace : undefined;
}

function near(at: number, expected: number, what: string): void {
  // Timers have whole milliseconds, and the pauses add up.
  must(Math.abs(at - expected) <= 60, `${what} after ${at} ms; ${expected} expected`);
}
