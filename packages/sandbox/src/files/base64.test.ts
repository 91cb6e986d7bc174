import { Buffer } from "node:buffer";
import fc from "fast-check";
import { expect, test } from "vitest";
import { fromBase64, toBase64 } from "./base64.ts";

test("bytes become what Node makes of them, and come back", () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString("base64"));
      expect(fromBase64(toBase64(bytes))).toEqual(bytes);
    }),
  );
  const large = new Uint8Array(1_000_001).fill(7);
  expect(fromBase64(toBase64(large))).toEqual(large);
});

test("a text that is no base64 is a TypeError", () => {
  expect(() => fromBase64("%%%")).toThrow(TypeError);
});
