import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fileNameOf } from "./file-name.ts";

/** The name of a file whose header has these bytes, given as characters as fetch does. */
function named(disposition: string): string | undefined {
  return fileNameOf(new Headers({ "content-disposition": disposition }));
}

/** A name in quotes, and what becomes of it. */
const quoted = (name: string) => named(`attachment; filename="${name}"`);
const encoded = (name: string) => named(`attachment; filename*=UTF-8''${encodeURIComponent(name)}`);

test.each([
  ["attachment; filename=tour.zip", "tour.zip"],
  ['attachment; filename="the tour.zip"', "the tour.zip"],
  ['attachment; filename="a \\"big\\" tour.zip"', "a _big_ tour.zip"],
  ["ATTACHMENT;FILENAME=tour.zip", "tour.zip"],
  ['attachment; size=5 ; filename = "tour.zip" ; x=y', "tour.zip"],
  ['attachment; note="; filename=evil.sh"; filename=tour.zip', "tour.zip"],
  ["attachment; filename=first.zip; filename=second.zip", "first.zip"],
  ["attachment; filename*=UTF-8''t%C3%BCr.zip", "tür.zip"],
  ["attachment; filename*=utf-8'de'%E2%82%AC.zip", "€.zip"],
  ["attachment; filename*=ISO-8859-1''t%FCr.zip", "tür.zip"],
  ["attachment; filename=\"plain.zip\"; filename*=UTF-8''t%C3%BCr.zip", "tür.zip"],
  ["attachment; filename*=UTF-8''t%C3%BCr.zip; filename=plain.zip", "tür.zip"],
  ["inline; filename=page.html", "page.html"],
])("%s names %s", (disposition, name) => {
  expect(named(disposition)).toBe(name);
});

test.each([
  ["a broken encoding", "attachment; filename*=UTF-8''t%FFr.zip; filename=plain.zip", "plain.zip"],
  ["an unknown character set", "attachment; filename*=koi8-r''%C1.zip; filename=plain.zip", "plain.zip"],
  ["an extended name of nothing", "attachment; filename*=UTF-8''..; filename=plain.zip", "plain.zip"],
])("after %s the plain name counts", (_, disposition, name) => {
  expect(named(disposition)).toBe(name);
});

test("UTF-8 as it is, which fetch gives as single bytes, is read", () => {
  const bytes = String.fromCharCode(...new TextEncoder().encode("tür.zip"));
  expect(quoted(bytes)).toBe("tür.zip");
  expect(quoted("t\u00fcr.zip")).toBe("tür.zip");
});

test.each([
  undefined,
  "",
  "attachment",
  "attachment; filename",
  'attachment; filename=""',
  "attachment; filename=..",
  "attachment; filename=../",
  "attachment; filename*=UTF-8''%2E%2E%2F",
])("%s names nothing", (disposition) => {
  expect(fileNameOf(new Headers(disposition === undefined ? {} : { "content-disposition": disposition }))).toBe(
    undefined,
  );
});

describe("a name is reduced", () => {
  test.each([
    ["../../etc/passwd", "passwd"],
    ["/etc/passwd", "passwd"],
    ["C:\\Users\\guide\\tour.zip", "tour.zip"],
    ["..\\..\\tour.zip", "tour.zip"],
    [".bashrc", "bashrc"],
    ["...", undefined],
    ["tour.zip. . ", "tour.zip"],
    ["CON", "_CON"],
    ["nul.txt", "_nul.txt"],
    ["com7.zip", "_com7.zip"],
    ["console.zip", "console.zip"],
    ["a:b|c?.zip", "a_b_c_.zip"],
  ])("%s to %s", (name, safe) => {
    expect(encoded(name)).toBe(safe);
  });

  test("by control characters and those that turn the direction of the text", () => {
    expect(encoded("tour\u0000\n\u202Egpj.exe")).toBe("tourgpj.exe");
  });

  test("to 200 bytes, with its ending kept and no character cut", () => {
    const name = encoded(`${"ü".repeat(300)}.zip`) ?? "";
    expect(name).toMatch(/^ü+\.zip$/);
    expect(Buffer.byteLength(name)).toBe(200);
    expect(Buffer.byteLength(encoded("😀".repeat(300)) ?? "")).toBe(200);
  });
});

test("whatever a server writes, the name is a plain one", () => {
  const parts = fc.constantFrom(
    "..",
    "/",
    "\\",
    ".",
    " ",
    "CON",
    "%2F",
    "%00",
    ":",
    '"',
    '\\"',
    ";",
    "=",
    "ü",
    "\u202e",
    "a.zip",
  );
  const name = fc.oneof(
    fc.array(parts, { maxLength: 12 }).map((all) => all.join("")),
    fc.string({ unit: "binary" }),
  );
  fc.assert(
    fc.property(name, fc.boolean(), (text, isExtended) => {
      const latin = [...text].filter((character) => /^[\t\x20-\x7e\x80-\xff]$/.test(character)).join("");
      const found = isExtended ? encoded(text.replace(/\p{Cs}/gu, "")) : quoted(latin);
      if (found === undefined) return;
      expect(found).not.toMatch(/[\\/<>:"|?*\p{Cc}\p{Bidi_Control}]|^[\s.]|[\s.]$/u);
      expect(found).not.toMatch(/^(con|prn|aux|nul)(\.|$)/i);
      expect(Buffer.byteLength(found)).toBeLessThanOrEqual(200);
    }),
    { numRuns: 300 },
  );
});
