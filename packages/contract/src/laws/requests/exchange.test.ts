import { expect, it } from "vitest";
import { describeAnswer, type Exchange, isDone } from "./exchange.ts";

it("an answer is shown in one short line, without what opens a file", () => {
  const text = JSON.stringify({ url: "http://museum.localhost/__sandbox__/files/a1b2c3/x.zip", more: "x".repeat(500) });
  const bytes = new TextEncoder().encode(`${text}\n`);
  const shown = describeAnswer({ status: 200, bytes } as Exchange);
  expect(shown).toMatch(
    /^200 \{"url":"http:\/\/museum\.localhost\/__sandbox__\/files\/\*\*\*\/x\.zip","more":"x+\.\.\.$/,
  );
  expect(shown).not.toContain("a1b2c3");
  expect(describeAnswer({ status: 204, bytes: new Uint8Array() } as Exchange)).toBe("204, no body");
});

it("an operation is done with a success, or with a declared redirect that leads somewhere", () => {
  const operation = { responses: { "200": "whole", "302": "elsewhere", "304": "same" } };
  const answered = (status: number, location?: string): boolean =>
    isDone({
      operation,
      status,
      headers: new Headers(location === undefined ? {} : { location }),
    } as unknown as Exchange);
  expect([answered(200), answered(204), answered(302, "/there")]).toEqual([true, true, true]);
  expect([answered(302), answered(303, "/there"), answered(304, "/there"), answered(404, "/there")]).toEqual([
    false,
    false,
    false,
    false,
  ]);
});
