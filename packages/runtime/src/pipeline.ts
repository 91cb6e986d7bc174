import { type Call, callOn } from "./call.ts";
import type { CallOptions } from "./call-options.ts";
import type { Core } from "./core.ts";
import { type Deadline, startCall } from "./deadline.ts";
import { engineOf } from "./engine.ts";
import { FairleadError } from "./errors/fairlead-error.ts";
import { RequestError } from "./errors/request/request-error.ts";
import type { BodyParser, OperationRow } from "./operation-row.ts";
import { buildRequest } from "./request/build-request.ts";
import { readApiError } from "./response/read-api-error.ts";
import type { Failure, Meta, NoAnswer, Success } from "./result.ts";
import { sendCall } from "./retry/send-call.ts";

/** What a call can come to. */
export type Outcome = Success<number, unknown> | Failure<number, unknown> | NoAnswer;

/**
 * The one way from input to outcome; it never rejects. Read it as two levels: a call is
 * `startCall` -> `buildRequest` -> `sendCall` -> `finishCall`, and `sendCall` repeats `attempt` as often as need be.
 */
export async function perform(row: OperationRow, core: Core, input?: unknown, options?: CallOptions): Promise<Outcome> {
  let call: Call | undefined;
  let deadline: Deadline | undefined;
  try {
    call = callOn(engineOf(core), row);
    deadline = startCall(call, options, row.parse.totalMs);
    const response = await sendCall(call, deadline, buildRequest(call, row, input, options));
    return await finishCall(call, deadline, response, row.parse);
  } catch (thrown) {
    const error = (
      thrown instanceof FairleadError ? thrown : new RequestError(call, `unexpected ${thrown}`)
    ) as NoAnswer["error"];
    return {
      ok: false,
      status: 0,
      error,
      meta: { attempts: 0, elapsedMs: 0, totalDelayMs: 0, queuedMs: 0, ...call?.meta() } as Meta,
    };
  } finally {
    deadline?.end();
  }
}

/** Reads the body of an answer and makes the outcome of it. */
export async function finishCall(
  call: Call,
  deadline: Deadline,
  response: Response,
  { parse }: BodyParser,
): Promise<Success<number, unknown> | Failure<number, unknown>> {
  const { ok, status, headers } = response;
  const content = await (ok ? parse : readApiError)(call, deadline, response);
  return { ok, status, headers, response, meta: call.meta(), [ok ? "data" : "error"]: content } as unknown as
    | Success<number, unknown>
    | Failure<number, unknown>;
}
