import fc from "fast-check";
import { expect, test } from "vitest";
import { contentDisposition } from "./content-disposition.ts";
import { fileName } from "./file-name.ts";

test.each([
  ["mask.png", "mask.png"],
  ["/srv/photos/mask.png", "mask.png"],
  ["C:\\photos\\mask.png", "mask.png"],
  ["../../mask.png", "mask.png"],
  ["photos/", ""],
  ["..", ""],
  [" mask.png\r\n", "mask.png"],
  ["\ud800.png", "\ufffd.png"],
  ["\u{1f3ad}".repeat(300), "\u{1f3ad}".repeat(255)],
])("of the path %j the name is %j", (path, name) => {
  expect(fileName(path)).toBe(name);
});

test.each([
  ["", undefined],
  ["mask.png", 'attachment; filename="mask.png"'],
  ['a "mask".png', "attachment; filename=\"a _mask_.png\"; filename*=UTF-8''a%20%22mask%22.png"],
  ["Größe (1)'.png", "attachment; filename=\"Gr__e (1)'.png\"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%281%29%27.png"],
  ["50%25.png", "attachment; filename=\"50_25.png\"; filename*=UTF-8''50%2525.png"],
])("the header for %j is %s", (name, header) => {
  expect(contentDisposition(name)).toBe(header);
});

test("any name makes a valid header and a valid part of an address", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (path) => {
      const name = fileName(path);
      const header = contentDisposition(name);
      expect(header ?? "").toMatch(/^(attachment; filename="[^"\\]*"(; filename\*=UTF-8''[\w.!~%-]+)?)?$/);
      expect(new URL(`http://127.0.0.1/a/${encodeURIComponent(name)}`).pathname).toBe(`/a/${encodeURIComponent(name)}`);
      expect(fileName(name)).toBe(name);
    }),
  );
});
