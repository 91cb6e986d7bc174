import { describe, expect, test } from "vitest";
import { rejection } from "../../test/support/client.ts";
import { assertNoSecrets } from "./assert-no-secrets.ts";
import { mockTransport } from "./mock-transport.ts";

const secret = 'to"ken+/\\ 0123';

const throwing = (error: unknown) => () => {
  throw error;
};

describe("a secret is found", () => {
  const withStack = Object.assign(new Error("no"), { stack: `Error: ${secret}` });
  const calls: [string, (log: (...values: unknown[]) => void) => unknown, RegExp][] = [
    ["in a message", throwing(new Error(`bad ${secret}`)), /message of the error/],
    ["in a stack", throwing(withStack), /stack of the error/],
    [
      "in a cause",
      throwing(new Error("no", { cause: new Error("why", { cause: secret }) })),
      /cause of cause of the error/,
    ],
    ["in one of several errors", throwing(new AggregateError([new Error(secret)])), /cause of the error/],
    [
      "in a member of an error",
      throwing(Object.assign(new Error("no"), { said: [secret] })),
      /inspect\(\) of the error/,
    ],
    ["in a result", () => ({ deep: { deeper: secret } }), /JSON of the result/],
    ["in a name of a member", () => ({ [secret]: 1 }), /JSON of the result/],
    ["in a cycle, which has no JSON", () => Object.assign([secret], { self: 0 }).concat(), /result/],
    ["in meta", () => ({ meta: { requestId: secret } }), /meta of the result/],
    ["in the error of a result", () => ({ ok: false, error: new Error(secret) }), /message of error of the result/],
    ["in what is logged", (log) => log("fine", { url: secret }), /logged value 2/],
    ["in what is logged, as text", (log) => log(`GET ${secret}`), /logged value 1/],
    ["encoded for a URL", (log) => log(encodeURIComponent(secret)), /logged value 1/],
    ["encoded for a form", (log) => log(`${new URLSearchParams({ q: secret })}`), /logged value 1/],
    ["in JSON in JSON", (log) => log({ text: JSON.stringify({ secret }) }), /logged value 1/],
    ["in base64", (log) => log(`Basic ${btoa(secret)}`), /logged value 1/],
  ];
  test.each(calls)("%s, and is not shown itself", async (_, run, place) => {
    const error = await rejection(assertNoSecrets(run, ["another-secret", secret]));
    expect(`${error}`).toMatch(/^Error: assertNoSecrets found secret 2 in /);
    expect(`${error}`).toMatch(place);
    for (const part of [secret, encodeURIComponent(secret), "0123"]) expect(`${error}`).not.toContain(part);
  });

  test("in a request that went to another origin, and not in one to its own", async () => {
    const send = async (place: "url" | "header" | "body", to: string) => {
      const transport = mockTransport([{ json: {} }, { json: {} }]);
      const run = async () => {
        await transport("https://api.museum.test/", { headers: { authorization: "Bearer museum-token" } });
        await transport(`https://${to}/${place === "url" ? "museum-token" : ""}`, {
          method: "POST",
          headers: place === "header" ? { "x-key": "museum-token" } : {},
          body: place === "body" ? "key=museum-token" : "",
        });
      };
      return assertNoSecrets(run, "museum-token", { transport });
    };
    for (const place of ["url", "header", "body"] as const) {
      expect(`${await rejection(send(place, "other.test"))}`).toMatch("request 2, which went to another origin");
      expect(await send(place, "api.museum.test")).toMatchObject({ ok: true });
    }
  });
});

test("gives how the call ended where nothing is found", async () => {
  expect(await assertNoSecrets(() => 5, secret)).toEqual({ ok: true, result: 5 });
  const error = new Error("no");
  expect(await assertNoSecrets(throwing(error), secret)).toEqual({ ok: false, error });
});

test("takes no secret that may be there by chance", async () => {
  for (const given of [[], ["1234567"], "abc"])
    expect(await rejection(assertNoSecrets(() => 5, given))).toBeInstanceOf(RangeError);
});

test("survives values that cannot be shown", async () => {
  const odd = Object.create(null, { toJSON: { value: throwing(new Error("no")) } }) as object;
  expect(await assertNoSecrets(() => odd, secret)).toMatchObject({ ok: true });
});
