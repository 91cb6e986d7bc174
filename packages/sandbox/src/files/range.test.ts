import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readRange } from "./range.ts";

describe("readRange", () => {
  test("gives what slice gives, for any range and size", () => {
    const bound = fc.option(fc.nat(300), { nil: undefined });
    fc.assert(
      fc.property(fc.nat(200), bound, bound, (size, first, last) => {
        const bytes = Array.from({ length: size }, (_, index) => index);
        const range = readRange(`bytes=${first ?? ""}-${last ?? ""}`, size);
        const asked =
          first === undefined
            ? bytes.slice(last === 0 ? size : -(last ?? 0))
            : bytes.slice(first, last === undefined ? size : last + 1);
        const got = range === undefined ? bytes : range === "none" ? [] : bytes.slice(range.start, range.end + 1);
        const malformed =
          (first === undefined && last === undefined) || (first !== undefined && last !== undefined && first > last);
        expect(got).toEqual(malformed ? bytes : asked);
        if (range !== undefined && range !== "none") expect(range.start <= range.end && range.end < size).toBe(true);
      }),
    );
  });

  test.each([
    null,
    "",
    "bytes",
    "bytes=",
    "bytes=-",
    "bytes=a-b",
    "bytes=5-2",
    "bytes=0-1,4-5",
    "items=0-1",
    "bytes=-1-2",
    "bytes=1.5-2",
  ])("takes %j for the whole file", (header) => {
    expect(readRange(header, 10)).toBeUndefined();
  });

  test("gives the whole file as a range where the suffix is longer than it", () => {
    expect(readRange("bytes=-500", 10)).toEqual({ start: 0, end: 9 });
  });

  test.each(["bytes=10-", "bytes=10-20", "bytes=-0", `bytes=${"9".repeat(400)}-`])(
    "finds nothing of ten bytes in %s",
    (header) => {
      expect(readRange(header, 10)).toBe("none");
    },
  );

  test("finds nothing in an empty file, of which only the end can be asked for", () => {
    expect(readRange("bytes=0-", 0)).toBe("none");
    expect(readRange("bytes=-5", 0)).toBeUndefined();
  });

  test("knows the unit in capitals", () => {
    expect(readRange("Bytes=0-0", 10)).toEqual({ start: 0, end: 0 });
  });
});
