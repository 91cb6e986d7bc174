import type { Call } from "../call.ts";
import type { Deadline } from "../deadline.ts";
import { DecodeError } from "../errors/decode-error.ts";
import { AbortedError } from "../errors/transport/aborted-error.ts";
import { readBody } from "./read-body.ts";

/** Bytes of a JSON or text body: above any page that we know of, and small enough to survive a decompression bomb. */
const MAX_BYTES = 100 * 1024 * 1024;

/** Bytes of an error's body that are read: no honest one is longer. */
const MAX_ERROR_BYTES = 1024 * 1024;

/** Characters of a body that a {@link DecodeError} keeps: the head of a page, with its title. */
const MAX_EXCERPT = 1024;

/**
 * Reads a body as text. Of an error it gives what came: its status is known, and worth more than the rest of its body.
 * @throws {DecodeError} The body of a 2xx is larger than 100 MiB.
 * @throws {AbortedError} The caller's signal aborted.
 */
export async function readText(call: Call, deadline: Deadline, response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  const take = (chunk?: Uint8Array) => {
    text += decoder.decode(chunk, { stream: !!chunk });
  };
  try {
    const isWhole = await readBody(call, deadline, response, response.ok ? MAX_BYTES : MAX_ERROR_BYTES, take);
    if (!isWhole && response.ok) throw decodeError(call, response, "more than 100 MiB of", "");
  } catch (error) {
    // Who aborts wants no answer.
    if (response.ok || error instanceof AbortedError) throw error;
  }
  return text;
}

/** The error of a 2xx whose body is not what the document declares. */
export function decodeError(call: Call, { status, headers }: Response, what: string, text: string): DecodeError {
  const contentType = headers.get("content-type");
  const start = call.scrub(text).slice(0, MAX_EXCERPT);
  const found = `${what} ${contentType} ${JSON.stringify(start.slice(0, 60))}`;
  return new DecodeError(call, `${status}, and the body is ${found}; check baseUrl`, { status, contentType }, start);
}
