import { expect, it } from "vitest";
import { linesOf, readAnswer } from "./read-answer.ts";

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** An answer that sends some pieces, and then nothing more. */
function open(type: string, ...pieces: readonly string[]): { response: Response; left: () => boolean } {
  let left = false;
  const body = new ReadableStream({
    start: (controller) => {
      for (const piece of pieces) controller.enqueue(bytes(piece));
    },
    cancel: () => {
      left = true;
    },
  });
  return { response: new Response(body, { headers: { "content-type": type } }), left: () => left };
}

it("gives the whole lines that a stream sends at once, and leaves it", async () => {
  const { response, left } = open("application/stream+json", '{"a":', '1}\n{"a":2}\n{"a"');
  expect(linesOf(await readAnswer(response))).toEqual([{ a: 1 }, { a: 2 }]);
  expect(left()).toBe(true);
});

it("gives nothing of a stream that is silent", async () => {
  expect(await readAnswer(open("application/x-ndjson; charset=utf-8").response)).toHaveLength(0);
});

it("gives all of a stream that has ended, and of any other body", async () => {
  const headers = { "content-type": "application/stream+json" };
  expect(linesOf(await readAnswer(new Response("1\n\n2\n", { headers })))).toEqual([1, 2]);
  expect(new TextDecoder().decode(await readAnswer(new Response('{"a":1}')))).toBe('{"a":1}');
});

it("finds a line that is no JSON", () => {
  expect(() => linesOf(bytes('1\n{"a"\n'))).toThrow(SyntaxError);
});
