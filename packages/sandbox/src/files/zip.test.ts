import { strFromU8, unzipSync } from "fflate";
import { afterEach, expect, test, vi } from "vitest";
import { zip } from "./zip.ts";

const entries = { "index.html": "<h1>Größe</h1>", "photos/mask.bin": new Uint8Array([0, 1, 2]), "empty.txt": "" };

afterEach(() => {
  vi.unstubAllEnvs();
});

test("an unpacker finds what went in", () => {
  const files = unzipSync(zip(entries));
  expect(Object.keys(files)).toEqual(Object.keys(entries));
  expect(strFromU8(files["index.html"] ?? new Uint8Array())).toBe("<h1>Größe</h1>");
  expect(files["photos/mask.bin"]).toEqual(new Uint8Array([0, 1, 2]));
});

test("the bytes are the same in every time zone", () => {
  const archives = ["UTC", "Asia/Tokyo", "America/New_York"].map((zone) => {
    vi.stubEnv("TZ", zone);
    return zip(entries);
  });
  expect(archives[1]).toEqual(archives[0]);
  expect(archives[2]).toEqual(archives[0]);
});
