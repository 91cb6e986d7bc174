import { createHmac } from "node:crypto";
import { expect, it } from "vitest";
import { signBody } from "./sign-body.ts";

it.each(["", "{}", '{"name":"Jäger, 東京"}', "x".repeat(100_000)])("signs as Node does: a body of %s", async (text) => {
  const expected = createHmac("sha1", "a secret with ü").update(text).digest("hex");
  expect(await signBody(new TextEncoder().encode(text), "a secret with ü")).toBe(expected);
});

it("signs the example of RFC 2202", async () => {
  const body = new TextEncoder().encode("what do ya want for nothing?");
  expect(await signBody(body, "Jefe")).toBe("effcdf6ae5eb2fa2d27416d5f184df9c259a7c79");
});
