import { MultipartPart } from "@remix-run/multipart-parser";
import { Refusal } from "../engine/refusal.ts";
import { concat, indexOf, startsWith } from "./byte-search.ts";

const mostHeaderBytes = 8192; // what servers usually take
const mostParts = 1000;
const lineBreak = new Uint8Array([13, 10]);
const blankLine = new Uint8Array([13, 10, 13, 10]);
const dashes = new Uint8Array([45, 45]);

/**
 * Takes a `multipart/form-data` body apart as it comes in: a part without its content, then the content in pieces, and
 * so on. Of the parser's package only the reading of a part's headers is used, since its splitting holds each part in
 * memory until it is whole.
 * @param boundary - From `Content-Type`.
 * @throws {Refusal} 400, the body is malformed or ends before its final boundary; 413, it has more than 1,000 parts.
 * @see https://www.rfc-editor.org/rfc/rfc2046#section-5.1.1
 */
export async function* splitMultipart(
  chunks: AsyncIterable<Uint8Array>,
  boundary: string,
): AsyncGenerator<MultipartPart | Uint8Array> {
  const splitter = new Splitter(boundary);
  for await (const chunk of chunks) yield* splitter.push(chunk);
  splitter.finish();
}

class Splitter {
  readonly #delimiter: Uint8Array;
  /** What comes next. */
  #state: "preamble" | "delimiter" | "headers" | "content" | "epilogue" = "preamble";
  /** What is not understood yet. It begins with a line break, so that the first boundary looks like the others. */
  #rest: Uint8Array = lineBreak;
  #parts = 0;

  constructor(boundary: string) {
    this.#delimiter = new TextEncoder().encode(`\r\n--${boundary}`);
  }

  *push(chunk: Uint8Array): Generator<MultipartPart | Uint8Array> {
    if (this.#state === "epilogue") return;
    this.#rest = concat(this.#rest, chunk);
    while (true) {
      if (this.#state === "preamble" && !this.#passPreamble()) return;
      if (this.#state === "delimiter" && !this.#passDelimiter()) return;
      if (this.#state === "headers") {
        const part = this.#takePart();
        if (part === undefined) return;
        yield part;
      }
      const piece = this.#takeContent();
      if (piece.length > 0) yield piece;
      if (this.#state === "content") return;
    }
  }

  finish(): void {
    if (this.#state === "epilogue") return;
    if (this.#state === "preamble") throw malformed("does not begin with the boundary that its Content-Type names");
    throw malformed(`ends without its final boundary, in or after part ${this.#parts}`);
  }

  /** Passes the first boundary; only empty lines may stand before it. */
  #passPreamble(): boolean {
    while (startsWith(this.#rest.subarray(2), lineBreak)) this.#skip(2);
    const begin = this.#rest.subarray(0, this.#delimiter.length);
    if (begin.length === 3 && begin[2] === 13) return false; // perhaps another empty line
    if (!startsWith(this.#delimiter, begin))
      throw malformed("does not begin with the boundary that its Content-Type names");
    if (begin.length < this.#delimiter.length) return false;
    this.#skip(begin.length);
    this.#state = "delimiter";
    return true;
  }

  /** Decides what follows a boundary: a part, or the end. The line break stays, for a part without any headers. */
  #passDelimiter(): boolean {
    while (this.#rest[0] === 0x20 || this.#rest[0] === 0x09) this.#skip(1);
    if (this.#rest.length < 2) return false;
    if (startsWith(this.#rest, dashes)) {
      this.#state = "epilogue";
      return false;
    }
    if (!startsWith(this.#rest, lineBreak))
      throw malformed(`has something else than a line break after boundary ${this.#parts + 1}`);
    this.#state = "headers";
    return true;
  }

  #takePart(): MultipartPart | undefined {
    const end = indexOf(this.#rest, blankLine);
    if ((end === -1 ? this.#rest.length : end) > mostHeaderBytes)
      throw malformed(`has more than ${mostHeaderBytes} bytes of headers in part ${this.#parts + 1}`);
    if (end === -1) return undefined;
    if (++this.#parts > mostParts) throw new Refusal(413, `The form has more than ${mostParts} parts`);
    const part = new MultipartPart(this.#rest.slice(lineBreak.length, Math.max(lineBreak.length, end)), []);
    this.#skip(end + blankLine.length);
    this.#state = "content";
    return part;
  }

  /** The content that is certain: up to the next boundary, or up to where one may have begun. */
  #takeContent(): Uint8Array {
    const end = indexOf(this.#rest, this.#delimiter);
    const certain = end === -1 ? Math.max(0, this.#rest.length - this.#delimiter.length + 1) : end;
    const piece = this.#rest.subarray(0, certain);
    this.#skip(end === -1 ? certain : end + this.#delimiter.length);
    if (end !== -1) this.#state = "delimiter";
    return piece;
  }

  #skip(bytes: number): void {
    this.#rest = this.#rest.subarray(bytes);
  }
}

function malformed(what: string): Refusal {
  return new Refusal(400, `The form ${what}`);
}
