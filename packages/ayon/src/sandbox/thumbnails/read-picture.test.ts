import { describe, expect, it } from "vitest";
import { readPicture } from "./read-picture.ts";

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const width = [0, 0, 2, 0];
const height = [0, 0, 1, 0];

/** The head of a PNG of 512 by 256 pixels. */
function png(depth: number, colourType: number, type = "IHDR"): Uint8Array {
  const head = [...width, ...height, depth, colourType, 0, 0, 0];
  return new Uint8Array([...signature, 0, 0, 0, 13, ...new TextEncoder().encode(type), ...head, 0, 0, 0, 0]);
}

/** A JPEG of 512 by 256 pixels, with something before its frame. */
function jpeg(marker: number, sampling: number, before: readonly number[] = []): Uint8Array {
  const components = sampling === 0 ? [1, 1, 0x11, 0] : [3, 1, sampling, 0, 2, 0x11, 1, 3, 0x11, 1];
  const length = 2 + 5 + components.length;
  return new Uint8Array([0xff, 0xd8, ...before, 0xff, marker, 0, length, 8, 1, 0, 2, 0, ...components, 0xff, 0xd9]);
}

describe("the head of a picture", () => {
  it.each([
    [8, 6, "rgba"],
    [16, 6, "rgba64be"],
    [8, 2, "rgb24"],
    [4, 3, "pal8"],
    [16, 0, "gray16be"],
    [8, 4, "ya8"],
  ])("says of a PNG of %i bits and colour type %i that a pixel is %s", (depth, type, pixelFormat) => {
    expect(readPicture(png(depth, type))).toEqual({
      mime: "image/png",
      codec: "png",
      width: 512,
      height: 256,
      pixelFormat,
    });
  });

  it.each([
    ["a plain JPEG", jpeg(0xc0, 0x22), "yuvj420p"],
    ["a progressive one", jpeg(0xc2, 0x21), "yuvj422p"],
    ["one in grey", jpeg(0xc0, 0), "gray"],
    ["one without subsampling", jpeg(0xc1, 0x11), "yuvj444p"],
    [
      "one behind a comment, tables and a fill byte",
      jpeg(0xc0, 0x22, [255, 254, 0, 3, 9, 255, 196, 0, 2, 255]),
      "yuvj420p",
    ],
  ])("says of %s how large it is", (_what, bytes, pixelFormat) => {
    expect(readPicture(bytes)).toEqual({ mime: "image/jpeg", codec: "mjpeg", width: 512, height: 256, pixelFormat });
  });

  it("says nothing where it is damaged, cut off, or that of something else", () => {
    const whole = [png(8, 6), jpeg(0xc0, 0x22)];
    for (const bytes of whole)
      for (let length = 0; length < bytes.length - 2; length += 1) {
        // A PNG is read as soon as its first chunk is whole.
        if (bytes[0] === 0x89 && length >= 33) continue;
        expect(readPicture(bytes.slice(0, length))).toBeUndefined();
      }
    for (const bytes of [
      png(8, 5),
      png(8, 6, "IEND"),
      jpeg(0xda, 0x22),
      jpeg(0xc0, 0x22, [0xff, 0xfe, 0xff, 0xff]),
      jpeg(0xc0, 0x22, [0x00]),
      new TextEncoder().encode("GIF89a".padEnd(60)),
    ])
      expect(readPicture(bytes)).toBeUndefined();
  });

  it("is read where it stands in a larger buffer", () => {
    const buffer = new Uint8Array([1, 2, 3, ...png(8, 6)]);
    expect(readPicture(buffer.subarray(3))).toMatchObject({ width: 512 });
  });
});
