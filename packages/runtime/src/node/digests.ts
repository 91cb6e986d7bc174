import { createHash } from "node:crypto";
import { RequestError } from "../errors/request/request-error.ts";

/** The digests that a file must have, in hexadecimal. */
export interface WantedDigests {
  /** The SHA-256 that the file must have: 64 hexadecimal digits. */
  readonly sha256?: string;
  /** The SHA-1 that the file must have, where a server tells no better one: 40 hexadecimal digits. */
  readonly sha1?: string;
}

/** Takes the bytes of a file, and compares its digests with the wanted ones. */
export interface Digests {
  /** Takes the next bytes. */
  update(chunk: Uint8Array): void;
  /** What differs, in words; `undefined` where all is as wanted. */
  differ(): string | undefined;
}

/**
 * Begins the digests that are wanted, and no others.
 * @throws {RequestError} A wanted digest is none.
 */
export function digestsOf(wanted: WantedDigests): Digests {
  const hashes = (["sha256", "sha1"] as const).flatMap((name) => {
    const digest = wanted[name];
    if (digest === undefined) return [];
    const digits = name === "sha1" ? 40 : 64;
    if (digest.length !== digits || !/^[\da-f]+$/i.test(digest))
      throw new RequestError(undefined, `toFile: ${name} must be ${digits} hexadecimal digits`);
    return [{ name, digest: digest.toLowerCase(), hash: createHash(name) }];
  });
  return {
    update(chunk) {
      for (const { hash } of hashes) hash.update(chunk);
    },
    differ() {
      for (const { name, digest, hash } of hashes) {
        const found = hash.digest("hex");
        if (found !== digest) return `its ${name} is ${found} and not ${digest}`;
      }
      return undefined;
    },
  };
}
