import type { Call } from "../call.ts";
import type { Deadline } from "../deadline.ts";
import { DecodeError } from "../errors/decode-error.ts";
import { AbortedError } from "../errors/transport/aborted-error.ts";
import { readBody } from "./read-body.ts";

/**
 * Reads a body as text. Of an error it gives what came: its status is known, and worth more than the rest of its body.
 * @throws {DecodeError} The body of a 2xx is larger than 100 MiB.
 * @throws {AbortedError} The caller's signal aborted.
 */
export async function readText(call: Call, deadline: Deadline, response: Response): Promise<string> {
  const decoder = new TextDecoder();
  // Above any page that we know of and small enough to survive a decompression bomb; no honest error is longer than 1 MiB.
  let bytesLeft = response.ok ? 104_857_600 : 1_048_576;
  let text = "";
  // Decoded when the next one is here, or the end: a text of one chunk, which most are, is then decoded in one go.
  let last: Uint8Array<ArrayBuffer> | undefined;
  try {
    await readBody(call, deadline, response, (chunk) => {
      if (!chunk) return;
      if (last) text += decoder.decode(last, { stream: true });
      last = chunk;
      bytesLeft -= chunk.length;
      if (bytesLeft < 0) throw decodeError(call, response, "more than 100 MiB of", "");
    });
  } catch (error) {
    // Who aborts wants no answer.
    if (response.ok || error instanceof AbortedError) throw error;
  }
  return text + decoder.decode(last);
}

/** The error of a 2xx whose body is not what the document declares. */
export function decodeError(call: Call, { status, headers }: Response, what: string, text: string): DecodeError {
  const contentType = headers.get("content-type");
  // The head of a page, with its title.
  const start = call.blank(text).slice(0, 1024);
  const found = `${what} ${contentType} ${JSON.stringify(start.slice(0, 60))}`;
  return new DecodeError(call, `${status}, ${found}; check baseUrl`, { status, contentType }, start);
}
