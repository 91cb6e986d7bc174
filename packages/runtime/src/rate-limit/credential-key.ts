import type { Credentials } from "../auth/auth-provider.ts";

/**
 * Tells accounts apart without their credentials: the first 16 hex digits of SHA-256 over the headers that prove who is
 * calling. 64 bits are enough that no two accounts meet, and nothing can be computed back from them.
 * @throws {TypeError} The platform has no `crypto.subtle`, as on a web page that came over plain http.
 */
export async function credentialKey(headers: Credentials): Promise<string> {
  const text = JSON.stringify(Object.entries(headers).sort());
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return [...hash.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
