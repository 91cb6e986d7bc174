import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createCore, type FairleadError, type FetchFunction } from "../src/index.ts";
import {
  type FakeClock,
  fakeClock,
  type MockTransport,
  mockTransport,
  type ScriptedResult,
} from "../src/testing/index.ts";
import { startWire } from "./kit-wire.ts";
import { type OutcomeCase, outcomeCases } from "./outcomes.ts";
import { bodies, bodyDigest, bySkip, type KindOfCall, kinds, normal } from "./outcomes-kinds.ts";
import { PAGE, scripted, troubles } from "./outcomes-troubles.ts";

const TOKEN = "museum-token-0123456789";

/** A request as either end of the wire tells it. */
interface Seen {
  readonly url: string;
  readonly origin: string;
  readonly headers: Headers;
  readonly body: string;
  readonly atMs: number;
}

/** What a case came to. */
interface Result {
  readonly outcome: string;
  readonly error?: unknown;
  readonly data?: unknown;
  readonly attempts?: number | undefined;
  readonly troubled: readonly Seen[];
  readonly foreign: readonly Seen[];
  readonly home: readonly Seen[];
  readonly timers: number;
}

const passed = new Set<string>();
const rejections: unknown[] = [];
const noteRejection = (reason: unknown) => rejections.push(reason);
beforeAll(() => void process.on("unhandledRejection", noteRejection));
afterAll(() => {
  process.off("unhandledRejection", noteRejection);
  console.log(`outcomes: ${passed.size} passed of ${outcomeCases.length}`);
});

function kindOf({ kind, trouble }: OutcomeCase): KindOfCall {
  return trouble === "a page that repeats" ? bySkip : kinds[kind];
}

/** The script of a case: the trouble, the first time or each time, and good answers for all the rest. */
function scriptOf(given: OutcomeCase, kind: KindOfCall, clock: FakeClock, foreign: () => string) {
  let met = 0;
  return (request: { method: string; url: string; origin: string }): ScriptedResult => {
    if (request.origin === new URL(foreign()).origin) return kind.good;
    if (!kind.isTroubled(request)) return kind.opening ?? kind.good;
    if (met++ && given.times === "once") return kind.good;
    return troubles[given.trouble]({ kind, clock, foreignUrl: foreign(), url: request.url });
  };
}

async function play(given: OutcomeCase, kind: KindOfCall, on: "wire" | "mock"): Promise<Result> {
  const clock = fakeClock();
  const options = { name: "museum", version: "1.0.0", auth: TOKEN, clock, random: () => 0.5 };
  const rate = given.trouble.endsWith("no rate class") ? {} : { rateLimit: normal };
  const run = (baseUrl: string, fetch: FetchFunction) =>
    kind.run({ core: createCore({ ...options, baseUrl, fetch }), rate });
  if (on === "mock") {
    const script = scriptOf(given, kind, clock, () => "https://other.test");
    const atMs: number[] = [];
    // More than any case sends, so that a client which never stops is seen.
    const transport: MockTransport = mockTransport(
      Array.from({ length: 200 }, () => (request) => {
        atMs.push(clock.now());
        return script(request);
      }),
    );
    const ended = await settled(clock.finish(run("https://api.museum.test", transport)));
    const seen = await Promise.all(
      transport.requests.map(async (request, index) => ({
        ...request,
        body: Buffer.from(await new Response(request.body ?? null).arrayBuffer()).toString("latin1"),
        atMs: atMs[index] ?? 0,
      })),
    );
    return { ...ended, ...sorted(seen, kind, "https://api.museum.test"), timers: clock.pending() };
  }
  const wire = await startWire((request) => script(request), clock);
  const script = scriptOf(given, kind, clock, () => wire.foreignUrl);
  try {
    const ended = await settled(wire.finish(run(wire.baseUrl, wire.fetch)));
    return { ...ended, ...sorted(wire.requests, kind, wire.baseUrl), timers: clock.pending() };
  } finally {
    await wire.close();
  }
}

async function settled(
  work: Promise<{ data: unknown; attempts?: number }>,
): Promise<Pick<Result, "outcome" | "data" | "error" | "attempts">> {
  try {
    return { outcome: "data", ...(await work) };
  } catch (error) {
    return { outcome: nameOf(error), error, attempts: (error as FairleadError).attempts };
  }
}

/** The name of an error's class, whatever the error calls itself. */
function nameOf(error: unknown): string {
  return ((error as Error | undefined)?.constructor as typeof FairleadError | undefined)?.errorName ?? `${error}`;
}

function sorted(seen: readonly (Seen & { method: string })[], kind: KindOfCall, home: string) {
  const isHome = ({ origin }: Seen) => origin === home;
  return {
    home: seen.filter(isHome),
    foreign: seen.filter((request) => !isHome(request)),
    troubled: seen.filter((request) => isHome(request) && kind.isTroubled(request)),
  };
}

function judge(given: OutcomeCase, kind: KindOfCall, result: Result): void {
  const { troubled, foreign, home } = result;
  const [fewest, most] = typeof given.sent === "number" ? [given.sent, given.sent] : given.sent;
  expect(`${result.outcome} ${result.error ?? ""}`).toMatch(new RegExp(`^${given.outcome} `));
  const cause = (result.error as Error | undefined)?.cause;
  if (given.cause) expect(nameOf(cause)).toBe(given.cause);
  if (given.facts) expect(given.cause ? cause : result.error).toMatchObject(given.facts);
  if (given.outcome === "data") expect(result.data).toEqual(given.trouble.startsWith("HTML") ? PAGE.body : kind.data);
  if (given.attempts !== undefined && result.attempts !== undefined) expect(result.attempts).toBe(given.attempts);
  expect(troubled.length).toBeGreaterThanOrEqual(fewest);
  expect(troubled.length).toBeLessThanOrEqual(most);
  expect(foreign.length).toBe(given.foreign ?? 0);
  for (const { headers } of home) expect(headers.get("authorization")).toBe(`Bearer ${TOKEN}`);
  for (const { headers, url } of foreign) expect(`${url} ${JSON.stringify([...headers])}`).not.toContain(TOKEN);
  const body = bodies[given.kind];
  if (body) expect(new Set(troubled.map((request) => bodyDigest(request.body)))).toEqual(new Set([body]));
  if (given.waited) {
    const waitedMs = (troubled[1]?.atMs ?? Number.NaN) - (troubled[0]?.atMs ?? Number.NaN);
    expect(waitedMs).toBeGreaterThanOrEqual(given.waited[0]);
    expect(waitedMs).toBeLessThanOrEqual(given.waited[1]);
  }
  // Nothing of the call is left behind.
  expect(result.timers).toBe(0);
  expect(rejections.splice(0)).toEqual([]);
}

describe("the outcome of", () => {
  for (const given of outcomeCases) {
    // A limit of real time, so that a call without an end fails and does not hang.
    test(`${given.name} is the table's`, { timeout: 10_000 }, async () => {
      const kind = kindOf(given);
      const ways = scripted.has(given.trouble) ? (["mock"] as const) : (["wire", "mock"] as const);
      for (const on of ways) judge(given, kind, await play(given, kind, on));
      passed.add(given.name);
    });
  }
});

test("the table has each kind and each trouble, and no case twice", () => {
  expect(new Set(outcomeCases.map(({ kind }) => kind)).size).toBe(6);
  expect(new Set(outcomeCases.map(({ trouble }) => trouble))).toEqual(new Set(Object.keys(troubles)));
  expect(new Set(outcomeCases.map(({ name }) => name)).size).toBe(outcomeCases.length);
});
