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
  const limit = () => deadline.limit("body", ok ? call.engine.timeouts.bodyIdleMs : 10_000);
  try {
    // Once for the whole body of an error, which is small; half a minute would only delay the bad news.
    limit();
    while (reader) {
      const { done, value } = await deadline.race(reader.read());
      take(value);
      if (done) return;
      if (ok) limit();
    }
  } catch (error) {
    // What is not read keeps its connection.
    reader?.cancel().catch(() => {});
    throw connectionError(call, error);
  }
}
