import { DecodeError } from "../errors/decode-error.ts";
import { callOfBody } from "../response/guarded-body.ts";
import { parseJson } from "../response/json.ts";
import type { Download } from "./download.ts";

/** Bytes that a line may have: far above any record, and small enough to survive a server that never ends one. */
const MAX_LINE_BYTES = 1_048_576;
const LINE_FEED = 10;

/**
 * Goes through the lines of a JSON stream (`application/x-ndjson`, `application/stream+json`): each is parsed as soon as
 * it is whole. Empty lines are skipped, and the last one needs no line break. Whoever leaves the loop ends the stream. An
 * iteration throws
 * - DecodeError: a line is no JSON, or longer than 1 MiB; the message has its number, from 1
 * - what the stream fails with, and what the opening of a download throws
 * @param source - An answer or a stream, which can be gone through once; or a download, which is sent anew each time.
 */
export function jsonLines<T = unknown>(
  source: Response | ReadableStream<Uint8Array> | Pick<Download, "open">,
): AsyncIterable<T> {
  return { [Symbol.asyncIterator]: () => readLines<T>(source) };
}

async function* readLines<T>(source: Parameters<typeof jsonLines>[0]): AsyncGenerator<T, void, undefined> {
  const answer = "open" in source ? (await source.open()).response : source;
  const body = "getReader" in answer ? answer : answer.body;
  if (!body) return;
  const reader = body.getReader();
  let number = 0;
  /** The pieces of the line that has not ended, and their bytes. */
  let pieces: Uint8Array[] = [];
  let bytes = 0;

  const fail = (why: string) => {
    const call = callOfBody(body);
    const { status, headers } = "headers" in answer ? answer : { status: 0, headers: undefined };
    const start = textOf(pieces).slice(0, 1024);
    const facts = { status, contentType: headers?.get("content-type") ?? null };
    return new DecodeError(call, `line ${number} ${why}`, facts, call?.scrub(start) ?? start);
  };
  const add = (piece: Uint8Array) => {
    pieces.push(piece);
    bytes += piece.length;
    if (bytes <= MAX_LINE_BYTES) return;
    number++;
    throw fail("is longer than 1 MiB");
  };
  const endLine = (): { value: T } | undefined => {
    number++;
    const text = textOf(pieces);
    if (!text.trim()) return undefined;
    try {
      return { value: parseJson(text) as T };
    } catch {
      throw fail("is no JSON");
    } finally {
      pieces = [];
      bytes = 0;
    }
  };

  try {
    for (;;) {
      const { done, value: chunk = new Uint8Array() } = await reader.read();
      let from = 0;
      for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, from)) {
        add(chunk.subarray(from, end));
        const line = endLine();
        if (line) yield line.value;
        from = end + 1;
      }
      add(chunk.subarray(from));
      if (!done) continue;
      const line = endLine();
      if (line) yield line.value;
      return;
    }
  } finally {
    // No work where the stream has ended.
    reader.cancel().catch(() => {});
    reader.releaseLock();
  }
}

/** A line is decoded as a whole, because a chunk may end inside of a character. */
function textOf(pieces: readonly Uint8Array[]): string {
  const decoder = new TextDecoder();
  return pieces.map((piece) => decoder.decode(piece, { stream: true })).join("") + decoder.decode();
}
