import type { Call } from "../call.ts";
import type { Deadline } from "../deadline.ts";
import { FairleadError } from "../errors/fairlead-error.ts";
import { connectionError } from "../transport/connection.ts";

/** Milliseconds for the whole body of an error, which is small; half a minute would only delay the bad news. */
const ERROR_BODY_MS = 10_000;

/**
 * Reads a body into a list of chunks, which keeps what came before a failure.
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
  chunks: Uint8Array<ArrayBuffer>[],
): Promise<boolean> {
  const reader = body?.getReader();
  if (!reader) return true;
  const { timeouts, origin } = call.engine;
  let left = maxBytes;
  try {
    if (!ok) deadline.limit("body", ERROR_BODY_MS);
    while (left >= 0) {
      if (ok) deadline.limit("body", timeouts.bodyIdleMs);
      const { done, value } = await deadline.race(reader.read());
      if (done) return true;
      left -= value.length;
      chunks.push(value);
    }
    return false;
  } catch (error) {
    throw error instanceof FairleadError ? error : connectionError(call, origin, error);
  } finally {
    // No work where the body has ended, and the end of the connection where it has not.
    reader.cancel().catch(() => {});
  }
}

/** The text of chunks that {@link readBody} read. */
export function textOf(chunks: readonly Uint8Array[]): string {
  const decoder = new TextDecoder();
  return chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join("") + decoder.decode();
}
