import type { CallOptions } from "../../src/call-options.ts";
import type { CoreOptions } from "../../src/core.ts";
import { type OperationFunction, operation } from "../../src/operation.ts";
import type { OperationRow } from "../../src/operation-row.ts";
import type { Outcome } from "../../src/pipeline.ts";
import { asJson } from "../../src/response/as-json.ts";
import { type Answer, clientWith, json, type TestClient } from "./client.ts";
import { ManualClock } from "./manual-clock.ts";

/** `GET /visits`, whose answer is JSON. */
export const row: OperationRow = { id: "getVisit", method: "GET", path: "/visits", parse: asJson };
/** A JSON answer with a status. */
export const status = (code: number, headers: Record<string, string> = {}): Response => json({}, code, headers);
/** A success. */
export const ok: Response = json({ id: 5 });

type CallArguments = [row?: Partial<OperationRow>, options?: CallOptions, input?: object];

/** What {@link retrying} gives. */
export interface RetryingClient extends TestClient {
  readonly clock: ManualClock;
  /** Makes a call. */
  start(...call: CallArguments): Promise<Outcome>;
  /** Makes a call and lets time pass until it is over. */
  run(...call: CallArguments): Promise<Outcome>;
}

/** A client that retries in virtual time, with the shortest waits that its jitter allows. */
export function retrying(answers: Answer | Answer[], options: Partial<CoreOptions> = {}): RetryingClient {
  const clock = new ManualClock();
  const client = clientWith(answers, { clock, random: () => 0, retry: {}, ...options });
  const start = (more: Partial<OperationRow> = {}, callOptions?: CallOptions, input?: object) =>
    operation<OperationFunction>({ ...row, ...more }).safe(client.core, input, callOptions);
  const run = async (...call: CallArguments) => {
    const outcome = start(...call);
    await clock.advance(400_000);
    return outcome;
  };
  return { ...client, clock, start, run };
}
