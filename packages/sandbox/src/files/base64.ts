const slice = 0x8000; // more arguments than this overflow the stack of some engines

/** Bytes as base64. */
export function toBase64(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += slice) binary += String.fromCharCode(...bytes.subarray(at, at + slice));
  return btoa(binary);
}

/** The bytes of a base64 text. @throws {TypeError} It is none. */
export function fromBase64(text: string): Uint8Array {
  try {
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  } catch (cause) {
    throw new TypeError(`This is no base64: ${JSON.stringify(text.slice(0, 20))}`, { cause });
  }
}
