import { Call } from "./call.ts";
import type { CallOptions } from "./call-options.ts";
import type { Core } from "./core.ts";
import { type Deadline, openDeadline } from "./deadline.ts";
import { engineOf } from "./engine.ts";
import { FairleadError } from "./errors/fairlead-error.ts";
import { RequestError } from "./errors/request/request-error.ts";
import { AbortedError } from "./errors/transport/aborted-error.ts";
import type { OperationRow } from "./operation-row.ts";
import { type BuiltRequest, buildRequest } from "./request/build-request.ts";
import { apiErrorOf } from "./response/api-error-of.ts";
import { decode } from "./response/decode.ts";
import { readRateLimit } from "./response/rate-limit-state.ts";
import { readBody, textOf } from "./response/read-body.ts";
import type { Failure, NoAnswer, Success } from "./result.ts";
import { send } from "./transport/send.ts";

/** What a call can come to. */
export type Outcome = Success<number, unknown> | Failure<number, unknown> | NoAnswer;

/**
 * The one way from input to outcome; it never rejects. Read it as two levels:
 * a call is `startCall` -> `buildRequest` -> attempts -> `finishCall`, and an attempt is `attempt` below.
 */
export async function perform(core: Core, row: OperationRow, input: unknown, options?: CallOptions): Promise<Outcome> {
  let call: Call | undefined;
  let deadline: Deadline | undefined;
  try {
    call = new Call(engineOf(core), row);
    deadline = startCall(call, options, row.parse);
    const response = await attempt(call, deadline, buildRequest(call, row, input, options));
    return await finishCall(call, deadline, response, row.parse);
  } catch (thrown) {
    const isOurs = thrown instanceof FairleadError || !call;
    const error = (
      isOurs ? thrown : call?.refusal(RequestError, `unexpected ${thrown}, please report it`)
    ) as NoAnswer["error"];
    const { attempts, elapsedMs, requestId } = error;
    return { ok: false, status: 0, error, meta: { attempts, elapsedMs, requestId, rateLimit: call?.rateLimit } };
  } finally {
    deadline?.end();
  }
}

/** Milliseconds of a whole call: long enough for a slow page, and half of what would keep a caller waiting in vain. */
const TOTAL_MS = 300_000;

/**
 * Starts the time of a call.
 * @throws {RequestError} An option is unknown, or no limit.
 * @throws {AbortedError} The signal has aborted already.
 */
export function startCall(call: Call, options: CallOptions = {}, parse?: OperationRow["parse"]): Deadline {
  const { signal, timeoutMs, headers: _, ...unknown } = options;
  const totalMs =
    timeoutMs ?? call.engine.timeouts.totalMs ?? (parse === "binary" ? Number.POSITIVE_INFINITY : TOTAL_MS);
  for (const name in unknown) throw call.refusal(RequestError, `unknown option ${name}`);
  if (!(totalMs > 0)) throw call.refusal(RequestError, "timeoutMs must be above 0");
  return openDeadline(call, signal, totalMs);
}

/** One try. Retry will wrap it as a loop, and the limiter will wait for its turn before `send`. */
export async function attempt(call: Call, deadline: Deadline, request: BuiltRequest): Promise<Response> {
  const response = await send(call, deadline, request);
  const { requestIdHeader, clock } = call.engine;
  call.requestId = response.headers.get(requestIdHeader) ?? undefined;
  call.rateLimit = readRateLimit(call.target.rateLimit, response.headers, clock.now());
  return response;
}

/** Bytes of an error's body that are read: no honest one is longer. */
const MAX_ERROR_BYTES = 1024 * 1024;

/** Reads the body of an answer and makes the outcome of it. */
export async function finishCall(
  call: Call,
  deadline: Deadline,
  response: Response,
  parse: OperationRow["parse"],
): Promise<Success<number, unknown> | Failure<number, unknown>> {
  const { ok, status, headers } = response;
  if (ok) {
    const data = await decode(call, deadline, response, parse);
    return { ok, status, data, headers, response, meta: call.meta() };
  }
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  await readBody(call, deadline, response, MAX_ERROR_BYTES, chunks).catch((error) => {
    // The status is known, and worth more than the rest of its body; but who aborts wants no answer.
    if (error instanceof AbortedError) throw error;
  });
  const error = apiErrorOf(call, response, textOf(chunks));
  return { ok, status, error, headers, response, meta: call.meta() };
}
