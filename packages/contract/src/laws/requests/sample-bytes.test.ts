import { expect, it } from "vitest";
import { sampleBytes } from "./sample-bytes.ts";

const beginning = async (blob: Blob, count: number): Promise<number[]> => [
  ...new Uint8Array(await blob.arrayBuffer()).subarray(0, count),
];

it.each([
  ["image/png", [0x89, 0x50, 0x4e, 0x47]],
  ["image/jpeg", [0xff, 0xd8, 0xff]],
])("the bytes of %s begin as those of such a picture", async (mediaType, signature) => {
  const blob = sampleBytes(mediaType, "bytes of a picture");
  expect(blob.type).toBe(mediaType);
  expect(await beginning(blob, signature.length)).toEqual(signature);
});

it("the bytes of another type are the text", async () => {
  expect(await sampleBytes("application/octet-stream", "an addon").text()).toBe("an addon");
});
