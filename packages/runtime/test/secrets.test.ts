import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BadRequestError, type CallOptions, isFairleadError, operation } from "../src/index.ts";
import type { OperationFunction } from "../src/operation.ts";
import type { OperationRow } from "../src/operation-row.ts";
import { inHeader } from "../src/request/place.ts";
import { asJson } from "../src/response/as-json.ts";
import { searchCase, secretCases } from "./secrets-cases.ts";
import { errorClasses, fuzz, summaryOf } from "./secrets-fuzz.ts";
import { type Answer, clientWith, json, rejection, type SentRequest } from "./support/client.ts";
import { ManualClock } from "./support/manual-clock.ts";

const row: OperationRow = {
  id: "getVisit",
  method: "GET",
  path: "/visits",
  parse: asJson,
  params: { "X-Room": { in: inHeader, type: "string" } },
};

/** Servers that send a credential back in every way that an honest or a broken one would. */
const servers: Record<string, (token: string) => Answer> = {
  "an error message": (token) => json({ message: `bad token ${token}` }, 401),
  "an error in JSON": (token) => json({ error: { nested: [token], [token]: 1 } }, 403),
  "an error as text": (token) => new Response(`<b>Bearer ${token}</b>`, { status: 500 }),
  "an error in a URL": (token) => new Response(`/login?next=${encodeURIComponent(token)}`, { status: 502 }),
  "a rate limit": (token) => json({ detail: token }, 429),
  "an odd status": (token) => new Response(token, { status: 304 - 4 }),
  "a page": (token) => new Response(`<title>${token}</title>${"x".repeat(1000)}${token}`, { status: 200 }),
  "a redirect": (token) =>
    new Response(null, {
      status: 302,
      headers: { location: `https://other.test/?token=${encodeURIComponent(token)}` },
    }),
  "a thrown error": (token) =>
    Object.assign(new TypeError(`fetch failed for ${token}`), { cause: new Error(`Bearer ${token}`) }),
  "a deep cause": (token) => new Error("failed", { cause: new Error("why", { cause: new Error(token) }) }),
  "headers echoed": () => (request: SentRequest) => new Response(JSON.stringify([...request.headers]), { status: 400 }),
};

/** All that a log could show of an error, hidden members and causes too. */
function shown(error: unknown): string {
  const parts = [
    inspect(error, { depth: 9 }),
    inspect(error, { depth: 9, customInspect: false }),
    JSON.stringify(error),
    String(error),
  ];
  for (let cause = error; cause instanceof Error; cause = cause.cause) parts.push(cause.message, cause.stack ?? "");
  const { body, bodyText } = error as { body?: unknown; bodyText?: unknown };
  return [...parts, JSON.stringify(body), String(bodyText)].join("\n");
}

const token = fc.string({ unit: fc.constantFrom(...'abcXYZ019-._~+/="\\&<%$'), minLength: 12, maxLength: 40 });

test.each(Object.keys(servers))("no error shows a credential that comes back in %s", async (name) => {
  await fc.assert(
    fc.asyncProperty(token, async (secret) => {
      const server = servers[name] ?? (() => json({}));
      const { core } = clientWith(server(secret), { auth: secret });
      const outcome = await operation<OperationFunction>(row).safe(core);
      expect(outcome.ok).toBe(false);
      const error = outcome.ok ? undefined : outcome.error;
      expect(isFairleadError(error)).toBe(true);
      expect(shown(error)).not.toContain(secret);
      expect(shown(error)).not.toContain(JSON.stringify(secret).slice(1, -1));
      expect(inspect(core, { depth: 9, showHidden: true })).not.toContain(secret);
    }),
    { numRuns: 40 },
  );
});

test("no refusal shows a value that was given", async () => {
  await fc.assert(
    fc.asyncProperty(token, async (secret) => {
      const calls: [object, CallOptions][] = [
        [{ "X-Room": `${secret}\n` }, {}],
        [{ "X-Room": [secret] }, {}],
        [{}, { headers: { "x-room": `${secret}\u20ac` } }],
        [{}, { signal: AbortSignal.abort() }],
      ];
      for (const [input, options] of calls) {
        const outcome = await operation<OperationFunction>(row).safe(
          clientWith(json({}), { auth: secret }).core,
          input,
          options,
        );
        expect(outcome.ok ? "" : shown(outcome.error)).not.toContain(secret);
        expect(outcome.ok).toBe(false);
      }
    }),
    { numRuns: 40 },
  );
});

test("a timeout and a failing provider do not show it either", async () => {
  await fc.assert(
    fc.asyncProperty(token, async (secret) => {
      const clock = new ManualClock();
      const { core } = clientWith(() => new Promise<Response>(() => {}), { auth: secret, clock });
      const late = operation<OperationFunction>(row).safe(core);
      await clock.advance(30_000);
      const failing = clientWith(json({}), { auth: () => Promise.reject(new Error(secret)) });
      for (const outcome of [await late, await operation<OperationFunction>(row).safe(failing.core)]) {
        expect(outcome.ok ? "" : shown(outcome.error)).not.toContain(secret);
        expect(outcome.ok).toBe(false);
      }
    }),
    { numRuns: 20 },
  );
});

describe("the fuzz", () => {
  test("finds no secret in any place that a program could show, in each case once", async () => {
    const report = await fuzz(secretCases.length, Date.now() % 1_000_000);
    console.log(summaryOf(report));
    expect(report, `seed ${report.seed}`).toMatchObject({ hits: [], misfits: [], mended: [], unseen: [] });
    expect(errorClasses.length).toBeGreaterThan(25);
  });

  test("finds a leak that is planted in the message of an error", async () => {
    class LeakyError extends BadRequestError {
      static override readonly errorName: string = "LeakyError";
      constructor(...[call, text, facts, answer]: ConstructorParameters<typeof BadRequestError>) {
        super(call, text, facts, answer);
        this.message += ` (${answer.headers.get("x-echo")})`;
      }
    }
    const leaky = {
      name: "planted",
      error: "LeakyError",
      row: { errors: { 400: LeakyError } },
      play: (echo: string) => ({ status: 400, json: {}, headers: { "x-echo": echo } }),
    };
    for (const { form, place } of secretCases.filter(({ scenario: { name } }) => name === "400 with a message")) {
      if (form === "request") continue;
      const found = await rejection(
        searchCase({ name: "planted", scenario: leaky, form, place }, "planted-token-0123"),
      );
      expect(`${found}`).toMatch(/found .*message of (the error|error of the result)/);
      expect(`${found}`).not.toContain("planted-token-0123");
    }
  });
});
