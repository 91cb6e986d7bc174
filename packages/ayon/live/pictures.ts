/** The bytes of a PNG of one pixel. */
const base64 = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/** A PNG of one pixel. */
export function tinyPng(): Blob {
  return new Blob([Buffer.from(base64, "base64")], { type: "image/png" });
}
