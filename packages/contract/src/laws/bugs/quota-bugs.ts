import type { LawContext } from "../law-context.ts";
import type { LawWorld } from "../world.ts";
import { answerWith, exampleOf, type Interceptor, intercept, jsonOf } from "./intercept.ts";
import type { PlantedBug } from "./planted-bug.ts";

function bug(law: string, what: string, make: (world: LawWorld, context: LawContext) => Interceptor): PlantedBug {
  return { law, what, plant: (open, context) => intercept(open, context, (world) => make(world, context)) };
}

/** The answer with another number in one of the quota headers; null takes the header out. */
function withHeader(response: Response, name: string, change: (value: number) => number | null): Response {
  const headers = new Headers(response.headers);
  const old = headers.get(name);
  const value = old === null ? null : change(Number(old));
  if (value === null) headers.delete(name);
  else headers.set(name, String(value));
  return new Response(response.body, { status: response.status, headers });
}

/** Bugs of quotas. */
export const quotaBugs: readonly PlantedBug[] = [
  bug("quota_enforced", "one request too many is answered", (_, context) => {
    let forgiven = false;
    return async ({ next, operation }) => {
      const response = await next();
      if (response.status !== 429 || forgiven || operation === undefined) return response;
      forgiven = true;
      return exampleOf(response, operation, context);
    };
  }),
  bug("quota_enforced", "the last request of the quota is refused", () => async ({ next }) => {
    const response = await next();
    return response.headers.get("x-ratelimit-remaining") === "0"
      ? answerWith(response, { status: 429, json: { error: "too early" } })
      : response;
  }),
  bug("quota_enforced", "all accounts share one quota", (world) => async ({ next, request }) => {
    const headers = new Headers(request.headers);
    if (headers.has("authorization")) headers.set("authorization", `Bearer ${world.token()}`);
    return next(new Request(request, { headers }));
  }),
  bug(
    "quota_headers_truthful",
    "remaining is one too many",
    () =>
      async ({ next }) =>
        withHeader(await next(), "x-ratelimit-remaining", (value) => value + 1),
  ),
  bug(
    "quota_headers_truthful",
    "remaining is missing",
    () =>
      async ({ next }) =>
        withHeader(await next(), "x-ratelimit-remaining", () => null),
  ),
  bug("quota_headers_truthful", "an error has no quota headers", () => async ({ next }) => {
    const response = await next();
    return response.ok ? response : withHeader(response, "x-ratelimit-limit", () => null);
  }),
  bug(
    "quota_headers_truthful",
    "the reset is a window late",
    () =>
      async ({ next }) =>
        withHeader(await next(), "x-ratelimit-reset", (value) => value + 120),
  ),
  bug("quota_headers_truthful", "each operation has a quota of its own", (_, { tables }) => {
    const spent = new Map<string, number>();
    return async ({ next, operation }) => {
      const count = (spent.get(operation?.id ?? "") ?? 0) + 1;
      spent.set(operation?.id ?? "", count);
      const { quota = 0 } = tables.rateLimits[operation?.rateLimit ?? ""] ?? {};
      return withHeader(await next(), "x-ratelimit-remaining", () => Math.max(0, quota - count));
    };
  }),
  bug("quota_tiers", "a tier has no more than the lowest", (_, { tables }) => async ({ next, operation }) => {
    const { quota = 0 } = tables.rateLimits[operation?.rateLimit ?? ""] ?? {};
    return withHeader(await next(), "x-ratelimit-limit", () => quota);
  }),
  bug("quota_tiers", "the account tells another number", (_, { tables }) => async ({ next, operation }) => {
    const response = await next();
    const isAccount = Object.values(tables.rateLimits).some(({ account }) => account?.operationId === operation?.id);
    const json = isAccount ? await jsonOf(response) : undefined;
    if (json === undefined) return response;
    const changed: unknown = JSON.parse(JSON.stringify(json), (_key, value: unknown) =>
      typeof value === "number" ? value + 1 : value,
    );
    return answerWith(response, { json: changed });
  }),
  bug("quota_refills", "a quota that is used up stays so", () => {
    const refusals = new Map<string, string>();
    return async ({ next, operation }) => {
      const response = await next();
      if (response.status === 429) refusals.set(operation?.rateLimit ?? "", await response.clone().text());
      const text = refusals.get(operation?.rateLimit ?? "");
      return text === undefined || response.status === 429 ? response : answerWith(response, { status: 429, text });
    };
  }),
  bug("quota_refills", "a new window begins half empty", (_, { tables }) => {
    let wasRefused = false;
    return async ({ next, operation }) => {
      const response = await next();
      wasRefused ||= response.status === 429;
      const { quota = 0 } = tables.rateLimits[operation?.rateLimit ?? ""] ?? {};
      return wasRefused && response.status !== 429
        ? withHeader(response, "x-ratelimit-remaining", () => Math.floor(quota / 2))
        : response;
    };
  }),
];
