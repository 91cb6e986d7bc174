import { expect, test } from "vitest";
import { maskAddresses } from "./mask-address.ts";

test.each([
  ["https://files.example.com/a/b.zip", "https://files.example.com/a/b.zip"],
  ["https://files.example.com/a?X-Sig=abc&expires=17", "https://files.example.com/a?X-Sig=***&expires=***"],
  ["https://files.example.com/a?abcdef", "https://files.example.com/a?***"],
  ["https://files.example.com/#access_token=abc", "https://files.example.com/#access_token=***"],
  ["https://files.example.com/?a=b=c;d=e", "https://files.example.com/?a=***;d=***"],
  ["https://user:pass@files.example.com/a", "https://***@files.example.com/a"],
  ["https://files.example.com/a@b", "https://files.example.com/a@b"],
  ["http://x.localhost/__sandbox__/files/tick3t/a.zip", "http://x.localhost/__sandbox__/files/***/a.zip"],
  ["http://x.localhost/__s/one/__sandbox__/uploads/tick3t", "http://x.localhost/__s/one/__sandbox__/uploads/***"],
  ["See s3+https://a.example.com/?k=v, then wait", "See s3+https://a.example.com/?k=*** then wait"],
  ["no address ? here = at all", "no address ? here = at all"],
])("%s becomes %s", (text, masked) => {
  expect(maskAddresses(text)).toBe(masked);
});

test("A long text that looks like the beginning of an address takes no noticeable time", () => {
  const text = `${"a.".repeat(100_000)} ://`;
  const startedMs = performance.now();
  expect(maskAddresses(text)).toBe(text);
  expect(performance.now() - startedMs).toBeLessThan(500);
});
