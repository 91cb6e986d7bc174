import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { partsOf, readPointer, writePointer } from "./pointer.ts";

describe("readPointer", () => {
  it("follows members and items, and unescapes their names", () => {
    const value = { "a/b": [{ "~": 1 }] };
    expect(readPointer(value, "/a~1b/0/~0")).toBe(1);
    expect(readPointer(value, "")).toBe(value);
    expect(readPointer(value, "/a/0")).toBeUndefined();
    expect(readPointer(value, "/constructor")).toBeUndefined();
  });
});

describe("writePointer", () => {
  it("changes a copy and makes what is missing on the way", () => {
    const value = { a: { b: 1 } };
    expect(writePointer(value, "/a/c/d", 2)).toEqual({ a: { b: 1, c: { d: 2 } } });
    expect(writePointer(value, "/list/0", 2)).toEqual({ a: { b: 1 }, list: [2] });
    expect(writePointer(value, "", 2)).toBe(2);
    expect(value).toEqual({ a: { b: 1 } });
  });

  it("writes what readPointer reads, for any path of names", () => {
    const names = fc.array(fc.string({ minLength: 1 }), { maxLength: 4 });
    fc.assert(
      fc.property(names, fc.integer(), (parts, value) => {
        const pointer = parts.map((part) => `/${part.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
        expect(partsOf(pointer)).toEqual(parts);
        expect(readPointer(writePointer({}, pointer, value), pointer)).toBe(value);
      }),
    );
  });
});
