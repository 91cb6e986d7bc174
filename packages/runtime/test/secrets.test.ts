import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BadRequestError, type CallOptions, isFairleadError, operation, RedirectError } from "../src/index.ts";
import type { OperationFunction } from "../src/operation.ts";
import type { OperationRow } from "../src/operation-row.ts";
import { inHeader } from "../src/request/place.ts";
import { asJson } from "../src/response/as-json.ts";
import type { Redirects } from "../src/transport/redirect.ts";
import { anyHost } from "../src/transport/redirect.ts";
import { send } from "../src/transport/send.ts";
import { forms, places, type SecretCase, searchCase, secretCases } from "./secrets-cases.ts";
import { errorClasses, fuzz, summaryOf } from "./secrets-fuzz.ts";
import { kinds, type Scenario } from "./secrets-scenarios.ts";
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
    expect(report, `seed ${report.seed}`).toMatchObject({ hits: [], misfits: [], unseen: [] });
    expect(errorClasses.length).toBeGreaterThan(25);
  });

  test("has each class of error, and each kind of call, with the secret in each place where it can be", () => {
    const placesOf = (fits: (given: SecretCase) => boolean) =>
      [...new Set(secretCases.filter(fits).map(({ place }) => place.name))].sort();
    const all = places.map(({ name }) => name).sort();
    // What only a file can meet: its host never gets the credentials.
    const ofFiles = places.flatMap(({ name, isCredential }) => (isCredential ? [] : [name])).sort();
    for (const name of errorClasses)
      expect(
        placesOf(({ scenario }) => scenario.error === name),
        name,
      ).toEqual(name === "TransferError" ? ofFiles : all);
    for (const kind of kinds)
      expect(
        placesOf(({ scenario }) => (scenario.kind ?? "call") === kind),
        kind,
      ).toEqual(kind === "file" ? ofFiles : all);
    for (const form of forms) expect(placesOf((given) => given.form === form).length, form).toBeGreaterThan(3);
  });
});

const SECRET = "planted-token-0123";

/** An error of ours that a careless change has made leak, in one way each. */
function leaky(plant: (error: BadRequestError, echo: string) => void) {
  return class extends BadRequestError {
    static override readonly errorName: string = "BadRequestError";
    constructor(...[call, text, facts, answer]: ConstructorParameters<typeof BadRequestError>) {
      super(call, text, facts, answer);
      plant(this, `${answer.headers.get("x-echo")}`);
    }
  };
}

/** What leaks, and where it must be found. */
const plants: Record<string, [plant: (error: BadRequestError, echo: string) => void, found: RegExp]> = {
  message: [(error, echo) => replace(error, "message", echo), /message of (the error|error of the result)/],
  stack: [(error, echo) => replace(error, "stack", echo), /stack of (the error|error of the result)/],
  cause: [(error, echo) => replace(error, "cause", new Error(echo)), /cause of (the error|error of the result)/],
  JSON: [(error, echo) => replace(error, "toJSON", () => ({ echo })), /JSON of (the error|the result)/],
  inspect: [(error, echo) => replace(error, inspect.custom, () => echo), /inspect\(\) of (the error|the result)/],
  "a member": [(error, echo) => void Object.assign(error, { echo }), /uncaught form of (the error|the result)/],
  "the name of a member": [(error, echo) => void Object.assign(error, { [echo]: 1 }), /uncaught form/],
};
function replace(error: Error, name: string | symbol, value: unknown): void {
  Object.defineProperty(error, name, { value });
}
const echoing: Pick<Scenario, "error" | "play"> = {
  error: "BadRequestError",
  play: (echo) => ({ status: 400, json: {}, headers: { "x-echo": echo } }),
};

describe("a leak that is planted in", () => {
  const planted = async (scenario: Scenario, given: Pick<SecretCase, "form" | "place">) => {
    const found = `${await rejection(searchCase({ name: "planted", scenario, ...given }, SECRET))}`;
    expect(found).not.toContain(SECRET);
    return found;
  };
  const operations = forms.filter((form) => !/request|raw/.test(form));

  test.each(Object.keys(plants))("%s of an error is found, for each form and each place", async (name) => {
    const [plant, expected] = plants[name] ?? [() => {}, /never/];
    const row = { errors: { 400: leaky(plant) } };
    for (const form of operations)
      for (const place of places)
        expect(await planted({ name, ...echoing, row }, { form, place }), `${form}, ${place.name}`).toMatch(expected);
  });

  test("what is logged is found", async () => {
    for (const place of places) {
      const run: Scenario["run"] = async ({ log, echo }) => log({ call: "getVisit", note: echo });
      expect(await planted({ name: "log", ...echoing, run }, { form: "function", place })).toMatch(/logged value 2/);
    }
  });

  test("what a listener is told is found, though nothing else shows it", async () => {
    class LeakyError extends RedirectError {}
    const careless: Redirects = {
      ...anyHost,
      async follow(call, _deadline, request, response) {
        const error = new LeakyError(call, "not followed", { from: call.origin, to: undefined });
        throw Object.assign(error, { echo: `${response.headers.get("x-echo")} ${request.url}` });
      },
    };
    const scenario: Scenario = {
      name: "event",
      ...echoing,
      row: { redirects: careless },
      // Not even the outcome is looked at.
      run: async ({ core, input, row }) => void (await operation<OperationFunction>(row).safe(core, input)),
    };
    for (const place of places) expect(await planted(scenario, { form: "function", place })).toMatch(/logged value \d/);
  });

  test("a request that follows a redirect to another host is found", async () => {
    const careless: Redirects = {
      ...anyHost,
      async follow(call, deadline, request, response) {
        const to = response.headers.get("location");
        return to ? send(call, deadline, { ...request, url: to }) : response;
      },
    };
    const scenario: Scenario = {
      name: "redirect",
      error: "BadRequestError",
      row: { redirects: careless },
      callOptions: (secret) => ({ headers: { "x-room": secret } }),
      play: (_echo, _secret, index) =>
        index ? { status: 400, json: {} } : { status: 302, headers: { location: "https://other.test/" } },
    };
    for (const form of operations)
      for (const place of places.filter(({ name }) => name !== "a signed address"))
        expect(await planted(scenario, { form, place })).toMatch(/request 2, which went to another origin/);
  });
});
