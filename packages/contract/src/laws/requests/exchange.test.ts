import { expect, it } from "vitest";
import { describeAnswer, type Exchange } from "./exchange.ts";

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
