import { MultipartPart, parseMultipart } from "@remix-run/multipart-parser";
import fc from "fast-check";
import { expect, test } from "vitest";
import { splitMultipart } from "./split-multipart.ts";

const boundary = "b7a";

/** What a body splits into when it comes in pieces cut at these places. */
async function split(
  body: Uint8Array,
  cuts: readonly number[],
): Promise<{ name: string | undefined; bytes: number[] }[]> {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    const places = [0, ...cuts.map((cut) => cut % (body.length + 1)).sort((a, b) => a - b), body.length];
    for (const [index, place] of places.slice(1).entries()) yield body.subarray(places[index], place);
  }
  const parts: { name: string | undefined; bytes: number[] }[] = [];
  for await (const piece of splitMultipart(chunks(), boundary))
    if (piece instanceof MultipartPart) parts.push({ name: piece.name, bytes: [] });
    else parts.at(-1)?.bytes.push(...piece);
  return parts;
}

/** Contents full of what boundaries are made of. */
const contents = fc
  .array(fc.constantFrom("\r", "\n", "-", "--", "b7", "a", "\r\n--b7", "\r\n--", "x", "\u00fc"), { maxLength: 12 })
  .map((pieces) => pieces.join(""))
  .filter((text) => !`\r\n${text}`.includes(`\r\n--${boundary}`));

test("cut anywhere, it gives the same parts as the package's parser gives for the whole", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(contents, { minLength: 1, maxLength: 4 }),
      fc.array(fc.nat(), { maxLength: 8 }),
      async (texts, cuts) => {
        const parts = texts.map(
          (text, index) => `--${boundary}\r\nContent-Disposition: form-data; name="n${index}"\r\n\r\n${text}\r\n`,
        );
        const body = new TextEncoder().encode(`${parts.join("")}--${boundary}--\r\n`);
        const expected = [...parseMultipart(body, { boundary })].map(({ name, bytes }) => ({
          name,
          bytes: [...bytes],
        }));
        expect(expected).toHaveLength(texts.length);
        expect(await split(body, cuts)).toEqual(expected);
      },
    ),
  );
});

test("cut anywhere, it takes empty lines before, blanks after a boundary, and anything after the last one", async () => {
  const text = `\r\n\r\n--${boundary} \t\r\nContent-Disposition: form-data; name="n"\r\n\r\n1\r\n--${boundary}--\r\nfarewell`;
  const body = new TextEncoder().encode(text);
  for (let cut = 0; cut <= body.length; cut++) expect(await split(body, [cut])).toEqual([{ name: "n", bytes: [0x31] }]);
});

test("cut off anywhere before its final boundary, it is refused", async () => {
  const text = `--${boundary}\r\nContent-Disposition: form-data; name="n"\r\n\r\n1\r\n--${boundary}--`;
  const body = new TextEncoder().encode(text);
  for (let end = 0; end < body.length; end++)
    await expect(split(body.subarray(0, end), []), String(end)).rejects.toMatchObject({ name: "Refusal", status: 400 });
});
