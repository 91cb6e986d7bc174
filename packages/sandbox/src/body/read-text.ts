import { Refusal } from "../engine/refusal.ts";

/** Puts a text together from its bytes, without a byte order mark. @throws {Refusal} 400, they are not UTF-8. */
export class TextReader {
  readonly #decoder: TextDecoder = new TextDecoder("utf-8", { fatal: true });
  readonly #what: string;
  #text = "";

  /** @param what - The text, for the message: `body`. */
  constructor(what: string) {
    this.#what = what;
  }

  write(chunk: Uint8Array): void {
    this.#text += this.#decode(chunk);
  }

  finish(): string {
    return this.#text + this.#decode();
  }

  #decode(chunk?: Uint8Array): string {
    try {
      return chunk === undefined ? this.#decoder.decode() : this.#decoder.decode(chunk, { stream: true });
    } catch {
      throw new Refusal(400, `The ${this.#what} is not UTF-8; send it in that encoding`);
    }
  }
}

/** All of a text that comes in pieces; undefined where nothing came. @throws {Refusal} 400, it is not UTF-8. */
export async function readText(chunks: AsyncIterable<Uint8Array>, what: string): Promise<string | undefined> {
  const reader = new TextReader(what);
  let empty = true;
  for await (const chunk of chunks) {
    reader.write(chunk);
    empty &&= chunk.length === 0;
  }
  return empty ? undefined : reader.finish();
}
