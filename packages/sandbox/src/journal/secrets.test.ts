import { expect, test } from "vitest";
import { Secrets } from "./secrets.ts";

function secretsOf(...values: readonly unknown[]): Secrets {
  const secrets = new Secrets();
  for (const value of values) secrets.add(value);
  return secrets;
}

test("A secret that holds another one is masked whole, whichever came first", () => {
  expect(secretsOf("abcde", "abcdefgh").hide("[abcdefgh] [abcde]")).toBe("[***] [***]");
  expect(secretsOf("abcdefgh", "abcde").hide("[abcdefgh] [abcde]")).toBe("[***] [***]");
});

test("A text that is only as long as the shortest secret is masked", () => {
  expect(secretsOf("abcde", "0123456789").hide("abcde")).toBe("***");
});

test("A secret that comes later is masked from then on", () => {
  const secrets = secretsOf("abcde");
  expect(secrets.hide("abcde fghij")).toBe("*** fghij");
  secrets.add("fghij");
  expect(secrets.hide("abcde fghij")).toBe("*** ***");
});

test("A secret is found in the forms that it has in addresses and in JSON", () => {
  const secrets = secretsOf('p&q "r"/ö');
  for (const form of [
    "p&q%20%22r%22/%C3%B6",
    "p%26q%20%22r%22%2F%C3%B6",
    "p%26q+%22r%22%2F%C3%B6",
    'p&q \\"r\\"/ö',
    'p&q "r"/ö',
  ])
    expect(secrets.hide(`<${form}>`)).toBe("<***>");
});

test("A number is a secret too, and half a pair of characters does no harm", () => {
  expect(secretsOf(41_112_222, "x\ud83d yy").hide("41112222, x\ud83d yy")).toBe("***, ***");
});

test("What is shorter than 4 characters, or no text, is not looked for", () => {
  expect(secretsOf("abc", 12, "", true, null, {}).hide("abc 12 true null")).toBe("abc 12 true null");
});
