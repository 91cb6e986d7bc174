import { describe, expect, test } from "vitest";
import type { ReadBody } from "../src/body/read-body.ts";
import { FileStore } from "../src/files/file-store.ts";
import type { StoredFile } from "../src/files/stored-file.ts";
import { defaultLimits } from "../src/limits.ts";
import { pieces, read, refusalOf } from "./body-request.ts";

const form = "multipart/form-data";
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Reads a form as fetch writes it. */
function readFormData(data: FormData): Promise<ReadBody> {
  return read(new Request("http://127.0.0.1/", { method: "POST", body: data }), [form]);
}

/** Reads a form written by hand. */
function readParts(...parts: readonly string[]): Promise<ReadBody> {
  const body = `${parts.map((part) => `--x\r\n${part}\r\n`).join("")}--x--\r\n`;
  return read({ body, type: `${form}; boundary=x` }, [form]);
}

function fieldsOf(body: ReadBody): Record<string, (string | StoredFile)[]> {
  if (body.kind !== "form") throw new Error(`this is no form but ${body.kind}`);
  return body.fields;
}

function fileOf(body: ReadBody, name: string): StoredFile {
  const value = fieldsOf(body)[name]?.[0];
  if (typeof value !== "object") throw new Error(`${name} is no file`);
  return value;
}

describe("a form", () => {
  test("has fields before and after its file", async () => {
    const data = new FormData();
    data.append("title", "Maske");
    data.append("photo", new Blob([png], { type: "image/png" }), "mask.png");
    data.append("preload", "true");
    const body = await readFormData(data);
    expect(body).toMatchObject({ kind: "form", mediaType: form });
    expect(fieldsOf(body)).toMatchObject({
      title: ["Maske"],
      preload: ["true"],
      photo: [{ name: "mask.png", type: "image/png", size: 8 }],
    });
    expect(new Uint8Array(await fileOf(body, "photo").blob.arrayBuffer())).toEqual(png);
    expect(fileOf(body, "photo").blob.type).toBe("image/png");
  });

  test("may hold an empty file and an empty text", async () => {
    const data = new FormData();
    data.append("photo", new Blob([]), "empty.bin");
    data.append("title", "");
    const body = await readFormData(data);
    expect(fieldsOf(body)).toMatchObject({
      photo: [{ size: 0, name: "empty.bin", md5: "d41d8cd98f00b204e9800998ecf8427e" }],
      title: [""],
    });
  });

  test("gives a repeated field with all its values in order", async () => {
    const data = new FormData();
    for (const tag of ["old", "wood", "old"]) data.append("tags", tag);
    data.append("photos", new Blob(["1"]), "1.txt");
    data.append("photos", new Blob(["2"]), "2.txt");
    const fields = fieldsOf(await readFormData(data));
    expect(fields.tags).toEqual(["old", "wood", "old"]);
    expect(fields.photos).toMatchObject([{ name: "1.txt" }, { name: "2.txt" }]);
  });

  test.each([
    ["hall/left/mask.png", "mask.png"],
    ["C:\\\\photos\\\\mask.png", "mask.png"],
    ["..", ""],
    ['a "mask"; old.png', 'a "mask"; old.png'],
    ["Größe 大.png", "Größe 大.png"],
    ["tab\tand\u0000null.png", "tabandnull.png"],
  ])("keeps the file name %j as %j", async (sent, kept) => {
    const written = sent.replaceAll('"', "%22"); // as browsers write it
    const body = await readParts(`Content-Disposition: form-data; name="photo"; filename="${written}"\r\n\r\n1`);
    expect(fileOf(body, "photo").name).toBe(kept);
  });

  test("reads names escaped by backslashes and by RFC 8187", async () => {
    const body = await readParts(
      'Content-Disposition: form-data; name="a"; filename="a \\"mask\\".png"\r\n\r\n1',
      "Content-Disposition: form-data; name=b; filename=plain.png; filename*=UTF-8''Gr%C3%B6%C3%9Fe.png\r\n\r\n1",
    );
    expect(fileOf(body, "a").name).toBe('a "mask".png');
    expect(fileOf(body, "b").name).toBe("Größe.png");
  });

  test("takes a part of JSON for a text, and one of another type for a file, without file names", async () => {
    const body = await readParts(
      'Content-Disposition: form-data; name="data"\r\nContent-Type: application/json\r\n\r\n{"a":1}',
      'Content-Disposition: form-data; name="photo"\r\nContent-Type: image/png\r\n\r\n1',
    );
    expect(fieldsOf(body)).toMatchObject({ data: ['{"a":1}'], photo: [{ type: "image/png", name: "" }] });
  });

  test("may have a field named __proto__", async () => {
    const fields = fieldsOf(await readParts('Content-Disposition: form-data; name="__proto__"\r\n\r\n1'));
    expect(Object.entries(fields)).toEqual([["__proto__", ["1"]]]);
  });

  test("of no bytes is none", async () => {
    expect(await read({ type: `${form}; boundary=x`, length: 0 }, [form])).toEqual({ kind: "none" });
  });
});

describe("a broken form", () => {
  const field = 'Content-Disposition: form-data; name="title"\r\n\r\nMask';

  test.each([
    ["without its final boundary", `--x\r\n${field}\r\n`, "ends without its final boundary, in or after part 1"],
    [
      "cut off in a file",
      `--x\r\n${field}\r\n--x\r\nContent-Disposition: form-data; name="f"; filename="f"\r\n\r\n1`,
      "ends without its final boundary, in or after part 2",
    ],
    [
      "with another boundary",
      `--y\r\n${field}\r\n--y--`,
      "does not begin with the boundary that its Content-Type names",
    ],
    ["of one letter", "-", "does not begin with the boundary that its Content-Type names"],
    ["that is JSON", '{"title":"Mask"}', "does not begin with the boundary that its Content-Type names"],
    ["whose boundary goes on", `--xy\r\n${field}\r\n--x--`, "has something else than a line break after boundary 1"],
    ["with endless headers", `--x\r\n${"a".repeat(8200)}`, "has more than 8192 bytes of headers in part 1"],
  ])("%s is refused", async (_, body, message) => {
    expect(await refusalOf(read({ body, type: `${form}; boundary=x` }, [form]))).toBe(`400: The form ${message}`);
  });

  test.each([form, `${form}; boundary=`, `${form}; boundary="${"x".repeat(71)}"`, `${form}; boundary=a%b`])(
    "under %s is refused",
    async (type) => {
      expect(await refusalOf(read({ body: "--x--", type }, [form]))).toBe(
        "400: The Content-Type of the form names no valid boundary; leave that header to what writes the form, such as fetch with FormData",
      );
    },
  );

  test.each([
    "Content-Disposition: form-data",
    'Content-Disposition: form-data; name=""; filename="a.png"',
    "Content-Type: text/plain",
    "",
  ])("whose part has the headers %j and so no name is refused", async (headers) => {
    const part = `${headers}${headers === "" ? "" : "\r\n"}\r\n1`;
    expect(await refusalOf(readParts(field, part))).toBe(
      '400: Part 2 of the form has no name; its Content-Disposition must be form-data; name="..."',
    );
  });

  test("in another encoding than UTF-8 is refused", async () => {
    const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    const sent = (part: string) => ({
      body: latin(`--x\r\n${part}\r\n--x--`) as BodyInit,
      type: `${form}; boundary=x`,
    });
    expect(
      await refusalOf(read(sent('Content-Disposition: form-data; name="title"\r\n\r\nGr\u00f6\u00dfe'), [form])),
    ).toBe('400: The form field "title" is not UTF-8; send it in that encoding');
    expect(await refusalOf(read(sent('Content-Disposition: form-data; name="\u00f6"\r\n\r\n1'), [form]))).toBe(
      "400: The headers of part 1 of the form are not UTF-8",
    );
  });

  test("of more than 1,000 parts is refused", async () => {
    const part = 'Content-Disposition: form-data; name="a"\r\n\r\n1';
    expect(fieldsOf(await readParts(...Array<string>(1000).fill(part))).a).toHaveLength(1000);
    expect(await refusalOf(readParts(...Array<string>(1001).fill(part)))).toBe(
      "413: The form has more than 1000 parts",
    );
  });

  test("leaves none of its files behind, and the rest unread", async () => {
    const store = new FileStore(defaultLimits);
    const file = 'Content-Disposition: form-data; name="f"; filename="f"\r\n\r\n1';
    const { body, pulls } = pieces(`--x\r\n${file}\r\n--x\r\n`, "Content-Type: text/plain\r\n\r\n", "never", "read");
    const reading = read({ body, type: `${form}; boundary=x` }, [form], {}, store);
    expect(await refusalOf(reading)).toMatch(/^400: Part 2 of the form has no name/);
    expect([store.size, pulls()]).toEqual([0, 2]);
  });
});
