import type { Call } from "../call.ts";
import type { Deadline } from "../deadline.ts";
import { ConnectionError } from "../errors/transport/connection-error.ts";
import { guardedStream } from "../response/guarded-body.ts";

/** More than any timer holds, so no limit. A plain literal: bundlers keep what computes something, even if unused. */
export const NO_LIMIT_MS = 1e15;

/** What a client waits between two chunks where its user has not said so. */
const USUAL_IDLE_MS = 30_000;
/** The same for a file: its host may have to bring it from slow storage. */
const TRANSFER_IDLE_MS = 60_000;

/**
 * The answer with a body that is read as a file: it may be silent for a minute, where the client has no limit of its
 * own, and is an error where it ends before its `content-length`. The answer does not tell its URL, which a redirect may
 * have made a signed one, and `inspect` would show.
 */
export function transferBody(call: Call, deadline: Deadline, response: Response): Response {
  const { status, statusText, headers } = response;
  const size = sizeOf(call, response);
  let received = 0;
  const check = (chunk?: Uint8Array) => {
    received += chunk?.length ?? 0;
    if (chunk || size === undefined || received >= size) return;
    throw new ConnectionError(call, `the body ended after ${received} of ${size} bytes`, {
      kind: "reset",
      origin: call.origin,
      retryable: call.canRepeat,
    });
  };
  const { bodyIdleMs } = call.engine.timeouts;
  const idleMs = bodyIdleMs === USUAL_IDLE_MS ? TRANSFER_IDLE_MS : bodyIdleMs;
  return new Response(guardedStream(call, deadline, response, idleMs, check), { status, statusText, headers });
}

/** How many bytes the body has; `undefined` where the answer does not tell, or tells it of the compressed form. */
export function sizeOf({ engine }: Call, { headers, type }: Response): number | undefined {
  const length = headers.get("content-length") ?? "";
  // A browser hides the encoding of another origin's answer, but not its length.
  const isPlain = !headers.get("content-encoding") && !(engine.isBrowser && type === "cors");
  return isPlain && /^\d+$/.test(length) ? Number(length) : undefined;
}
