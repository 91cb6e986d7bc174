import { md5, sha1 } from "@noble/hashes/legacy.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

/** Hashes of a content, in hexadecimal digits. */
export interface Hashes {
  readonly sha256: string;
  readonly md5: string;
  readonly sha1: string;
}

/** Takes the hashes of a content while it passes by. */
export interface Digest {
  update(chunk: Uint8Array): void;
  /** The hashes of all that passed; nothing may follow. */
  finish(): Hashes;
}

/** A digest that runs everywhere. */
export class PortableDigest implements Digest {
  readonly #sha256: ReturnType<typeof sha256.create> = sha256.create();
  readonly #md5: ReturnType<typeof md5.create> = md5.create();
  readonly #sha1: ReturnType<typeof sha1.create> = sha1.create();

  update(chunk: Uint8Array): void {
    this.#sha256.update(chunk);
    this.#md5.update(chunk);
    this.#sha1.update(chunk);
  }

  finish(): Hashes {
    return {
      sha256: bytesToHex(this.#sha256.digest()),
      md5: bytesToHex(this.#md5.digest()),
      sha1: bytesToHex(this.#sha1.digest()),
    };
  }
}
