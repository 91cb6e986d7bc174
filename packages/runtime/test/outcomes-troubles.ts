import type { FakeClock, ScriptedAnswer, ScriptedResult } from "../src/testing/index.ts";
import type { Trouble } from "./outcomes.ts";
import type { KindOfCall } from "./outcomes-kinds.ts";

/** What a trouble needs to know of the request that it meets. */
export interface Scene {
  readonly kind: KindOfCall;
  readonly clock: FakeClock;
  /** The origin of another host that really answers, or a name where none is asked. */
  readonly foreignUrl: string;
  readonly url: string;
}

type Play = (scene: Scene) => ScriptedResult;

/** Troubles that real sockets can't make: they need https, a clock, or a port that nobody listens on. */
export const scripted: ReadonlySet<Trouble> = new Set(["a connection refused", "http after https"]);

const limited =
  (headers: (nowMs: number) => Record<string, string>): Play =>
  ({ clock }) => ({
    status: 429,
    json: { message: "too many calls" },
    headers: headers(clock.now()),
  });
const refused = (headers: Record<string, string>): Play => limited(() => headers);

/** Two seconds from now, in whole seconds. */
const soon = (nowMs: number) => new Date(nowMs + 2_000);
const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

function rfc850(date: Date): string {
  const [, day, month, year, time] = /^\w+, (\d+) (\w+) \d\d(\d+) (\S+)/.exec(date.toUTCString()) ?? [];
  return `${DAYS[date.getUTCDay()]}, ${day}-${month}-${year} ${time} GMT`;
}

function asctime(date: Date): string {
  const [, weekday, day, month, year, time] = /^(\w+), (\d+) (\w+) (\d+) (\S+)/.exec(date.toUTCString()) ?? [];
  return `${weekday} ${month} ${`${Number(day)}`.padStart(2)} ${time} ${year}`;
}

const cut =
  (by: "stall" | "reset"): Play =>
  ({ kind }) => ({ ...kind.good, cut: { afterBytes: 20, by } });
const withBody =
  (change: (good: Record<string, unknown>, scene: Scene) => object): Play =>
  (scene) => ({
    json: { ...(scene.kind.good.json as object), ...change(scene.kind.good.json as Record<string, unknown>, scene) },
  });

/** What a server shows to a person. */
export const PAGE: ScriptedAnswer = {
  body: "<!doctype html><title>Sign in</title><p>Please sign in first.</p>",
  headers: { "content-type": "text/html" },
};

/** How a server misbehaves in each way. */
export const troubles: { readonly [trouble in Trouble]: Play } = {
  "slow headers": () => "stall",
  "a body that stalls": cut("stall"),
  "a connection refused": () => "refused",
  "a connection reset before the answer": () => "reset",
  "a connection reset after 20 bytes": cut("reset"),
  "429 with retry-after-ms": refused({ "retry-after-ms": "2000" }),
  "429 with retry-after in seconds": refused({ "retry-after": "2" }),
  "429 with retry-after as an IMF date": limited((now) => ({ "retry-after": soon(now).toUTCString() })),
  "429 with retry-after as an RFC 850 date": limited((now) => ({ "retry-after": rfc850(soon(now)) })),
  "429 with retry-after as an asctime date": limited((now) => ({ "retry-after": asctime(soon(now)) })),
  "429 with x-ratelimit-reset in epoch seconds": limited((now) => ({
    "x-ratelimit-reset": `${Math.floor(now / 1000) + 2}`,
  })),
  "429 with x-ratelimit-reset in seconds from now": refused({ "x-ratelimit-reset": "2" }),
  "429 with no hint": refused({}),
  "429 with no hint, and no rate class": refused({}),
  "429 with retry-after of a day": refused({ "retry-after": "86400" }),
  "503 with retry-after": () => ({ status: 503, json: { message: "down" }, headers: { "retry-after": "2" } }),
  "a redirect to another host": ({ url, foreignUrl }) => ({
    status: 302,
    headers: { location: `${foreignUrl}${new URL(url).pathname}?signature=0123456789` },
  }),
  "http after https": ({ url }) => ({ status: 302, headers: { location: url.replace("https:", "http:") } }),
  "an empty 500": () => ({ status: 500, body: "" }),
  "HTML in JSON's place": () => PAGE,
  "a page token that repeats": withBody(() => ({ next: "c1" })),
  "a page that repeats": withBody((_, { kind }) => ({ ...(kind.opening?.json as object), total: 5 })),
  "a next page on another host": withBody((_, { foreignUrl }) => ({ next: `${foreignUrl}/visits?cursor=c2` })),
  "a job that never ends": withBody(() => ({ status: "running", data: {} })),
  "a job that fails": withBody(() => ({ status: "error", messages: ["no disk"] })),
};
