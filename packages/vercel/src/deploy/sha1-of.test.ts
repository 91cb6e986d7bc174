import { isRequestError } from "@fairlead/runtime";
import { expect, test } from "vitest";
import { sha1Of } from "./sha1-of.ts";

// The examples of RFC 3174, and no bytes at all.
test.each([
  ["abc", "a9993e364706816aba3e25717850c26c9cd0d89d"],
  ["abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "84983e441c3bd26ebaae4aa1f95129e5e54670f1"],
  ["", "da39a3ee5e6b4b0d3255bfef95601890afd80709"],
])("the SHA-1 of %j", async (text, sha) => {
  expect(await sha1Of(new Blob([text]))).toBe(sha);
});

test("a page without digests is a RequestError that says what to do", async () => {
  const error = await sha1Of(new Blob(["a"]), {}).catch((thrown: unknown) => thrown);
  expect(error).toSatisfy(isRequestError);
  expect((error as Error).message).toContain("serve it by https");
});
