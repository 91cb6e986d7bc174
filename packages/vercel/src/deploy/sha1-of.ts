import { RequestError } from "@fairlead/runtime";

/**
 * The SHA-1 of bytes in 40 hexadecimal digits. All of them are in memory meanwhile.
 * @param platform - Where digests come from.
 * @throws {RequestError} The platform has no digests, as browsers have not on pages without https.
 */
export async function sha1Of(bytes: Blob, platform: Partial<Crypto> = crypto): Promise<string> {
  const { subtle } = platform;
  if (!subtle) throw new RequestError(undefined, "deploy: this page has no SHA-1; serve it by https");
  const hash = new Uint8Array(await subtle.digest("SHA-1", await bytes.arrayBuffer()));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
