import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Forkable } from "./forkable.ts";
import type { Random } from "./random.ts";

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** Random values by hashing the seed and the name: no order of calls can change them. Not for secrets of real use. */
export class SeededRandom implements Random, Forkable<number> {
  #seed: number;

  /** @param seed - Any number that is equal to itself. */
  constructor(seed: number) {
    this.#seed = seed;
  }

  uuid(name: string): string {
    const bytes = this.#bytes("uuid", name, 0).slice(0, 16);
    bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40; // version 4
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80; // variant of RFC 9562
    return bytesToHex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  }

  hex(name: string, length: number): string {
    let text = "";
    for (let block = 0; text.length < length; block += 1) text += bytesToHex(this.#bytes("hex", name, block));
    return text.slice(0, length);
  }

  token(name: string, length: number): string {
    let text = "";
    for (let block = 0; text.length < length; block += 1) {
      // 248 is the greatest multiple of 62 in a byte: beyond it the first letters would come more often.
      for (const byte of this.#bytes("token", name, block)) if (byte < 248) text += letters[byte % letters.length];
    }
    return text.slice(0, length);
  }

  integer(name: string, min: number, max: number): number {
    const bytes = this.#bytes("integer", name, 0);
    const fraction = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0) >> 11n;
    return min + Math.floor((Number(fraction) / 2 ** 53) * (max - min + 1));
  }

  save(): number {
    return this.#seed;
  }

  load(saved: number): void {
    this.#seed = saved;
  }

  toJSON(saved: number): unknown {
    return saved;
  }

  fromJSON(json: unknown): number {
    if (typeof json === "number") return json;
    throw new TypeError("The random seed of a snapshot must be a number");
  }

  #bytes(kind: string, name: string, block: number): Uint8Array {
    return sha256(utf8ToBytes(JSON.stringify([this.#seed, kind, name, block])));
  }
}
