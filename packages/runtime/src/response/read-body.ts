import type { Call } from "../call.ts";
import type { Deadline } from "../deadline.ts";
import { connectionError } from "../transport/connection.ts";

/**
 * Reads a body chunk by chunk.
 * @param take - Gets each chunk, and nothing at the end of the body; what it throws ends the reading.
 * @throws {TimeoutError} Nothing came for too long.
 * @throws {AbortedError} The caller's signal aborted.
 * @throws {ConnectionError} The connection broke.
 */
export async function readBody(
  call: Call,
  deadline: Deadline,
  { body, ok }: Response,
  take: (chunk?: Uint8Array<ArrayBuffer>) => void,
): Promise<void> {
  const reader = body?.getReader();
  if (!reader) return;
  try {
    // For the whole body of an error, which is small; half a minute would only delay the bad news.
    if (!ok) deadline.limit("body", 10_000);
    for (;;) {
      if (ok) deadline.limit("body", call.engine.timeouts.bodyIdleMs);
      const { done, value } = await deadline.race(reader.read());
      take(value);
      if (done) return;
    }
  } catch (error) {
    throw connectionError(call, error);
  } finally {
    // No work where the body has ended, and the end of the connection where it has not.
    reader.cancel().catch(() => {});
  }
}
