import type { Call } from "../call.ts";
import type { Deadline } from "../deadline.ts";
import { connectionError } from "../transport/connection.ts";

/** Milliseconds for the whole body of an error, which is small; half a minute would only delay the bad news. */
const ERROR_BODY_MS = 10_000;

/**
 * Reads a body chunk by chunk.
 * @param take - Gets each chunk, and nothing at the end of the body.
 * @returns Whether that was all; `false` when the body is larger than `maxBytes`.
 * @throws {TimeoutError} Nothing came for too long.
 * @throws {AbortedError} The caller's signal aborted.
 * @throws {ConnectionError} The connection broke.
 */
export async function readBody(
  call: Call,
  deadline: Deadline,
  { body, ok }: Response,
  maxBytes: number,
  take: (chunk?: Uint8Array<ArrayBuffer>) => void,
): Promise<boolean> {
  const reader = body?.getReader();
  if (!reader) return true;
  let left = maxBytes;
  try {
    if (!ok) deadline.limit("body", ERROR_BODY_MS);
    while (left >= 0) {
      if (ok) deadline.limit("body", call.engine.timeouts.bodyIdleMs);
      const { done, value } = await deadline.race(reader.read());
      take(value);
      if (done) return true;
      left -= value.length;
    }
    return false;
  } catch (error) {
    throw connectionError(call, error);
  } finally {
    // No work where the body has ended, and the end of the connection where it has not.
    reader.cancel().catch(() => {});
  }
}
