/** The signature of a raw body: HMAC-SHA1 (RFC 2104) with the secret as key, in hexadecimal digits. */
export async function signBody(body: Uint8Array<ArrayBuffer>, secret: string): Promise<string> {
  const hmac = { name: "HMAC", hash: "SHA-1" };
  const key = await crypto.subtle.importKey("raw", new TextEncoder().encode(secret), hmac, false, ["sign"]);
  const signature = new Uint8Array(await crypto.subtle.sign(hmac, key, body));
  return [...signature].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
