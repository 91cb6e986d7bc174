import { createHash, type Hash } from "node:crypto";
import type { Digest, Hashes } from "../files/digest.ts";

/** Takes the hashes of a content by the machine's own code, many times as fast as the portable way. */
export class NodeDigest implements Digest {
  readonly #hashes: Readonly<Record<keyof Hashes, Hash>> = {
    sha256: createHash("sha256"),
    md5: createHash("md5"),
    sha1: createHash("sha1"),
  };

  update(chunk: Uint8Array): void {
    for (const hash of Object.values(this.#hashes)) hash.update(chunk);
  }

  finish(): Hashes {
    const { sha256, md5, sha1 } = this.#hashes;
    return { sha256: sha256.digest("hex"), md5: md5.digest("hex"), sha1: sha1.digest("hex") };
  }
}
