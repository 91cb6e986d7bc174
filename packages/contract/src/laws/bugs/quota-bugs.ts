import type { OperationTable, RateLimitTable } from "@fairlead/sandbox/tables";
import type { LawContext } from "../law-context.ts";
import { classOf, rolesOf } from "../rules/quota-laws.ts";
import type { LawWorld } from "../world.ts";
import { answerWith, declaredAs, exampleOf, type Interceptor, intercept, jsonOf } from "./intercept.ts";
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

/** Counts requests by rate class and window: what a class without headers does not tell. */
function countRequests({ tables }: LawContext): (operation: OperationTable | undefined, now: number) => number {
  const counts = new Map<string, number>();
  return (operation, now) => {
    const { windowMs = 1 } = (operation && classOf(operation, tables)) ?? {};
    const window = `${operation?.rateLimit} ${Math.floor(now / windowMs)}`;
    const count = (counts.get(window) ?? 0) + 1;
    counts.set(window, count);
    return count;
  };
}

/** The declared answer to a request too many, with the quota headers of another answer. */
function refuse(response: Response, { onExceed }: RateLimitTable, context: LawContext): Response {
  return declaredAs(response, onExceed, context);
}

/** Whether an operation burns a quota of which this holds. */
function hasClass(holds: (table: RateLimitTable) => boolean): (context: LawContext) => boolean {
  return ({ tables }) =>
    tables.operations.some((one) => {
      const table = classOf(one, tables);
      return table !== undefined && holds(table);
    });
}

/** Bugs of quotas. */
export const quotaBugs: readonly PlantedBug[] = [
  bug("quota_enforced", "one request too many is answered", (_, context) => {
    let forgiven = false;
    return async ({ next, operation }) => {
      const response = await next();
      const table = operation && classOf(operation, context.tables);
      if (operation === undefined || response.status !== table?.onExceed.status || forgiven) return response;
      forgiven = true;
      return exampleOf(response, operation, context);
    };
  }),
  bug("quota_enforced", "the last request of the quota is refused", (world, context) => {
    const count = countRequests(context);
    return async ({ next, operation }) => {
      const response = await next();
      const table = operation && classOf(operation, context.tables);
      const sent = count(operation, world.now());
      if (table === undefined) return response;
      const isLast = table.headers === "none" ? sent === table.quota : left(response) === "0";
      return isLast ? refuse(response, table, context) : response;
    };
  }),
  {
    ...bug("quota_enforced", "all accounts share one quota", (world) => async ({ next, request }) => {
      const headers = new Headers(request.headers);
      if (headers.has("authorization")) headers.set("authorization", `Bearer ${world.token()}`);
      return next(new Request(request, { headers }));
    }),
    applies: (context) =>
      rolesOf(context).length > 1 && hasClass(({ partition }) => partition.includes("token"))(context),
  },
  {
    ...bug(
      "quota_enforced",
      "each account has a quota of its own",
      (world, context) =>
        async ({ next, request, operation }) => {
          const response = await next();
          const table = operation && classOf(operation, context.tables);
          const isOther = request.headers.get("authorization") !== `Bearer ${world.token()}`;
          return operation !== undefined && isOther && response.status === table?.onExceed.status
            ? exampleOf(response, operation, context)
            : response;
        },
    ),
    applies: (context) =>
      rolesOf(context).length > 1 && hasClass(({ partition }) => !partition.includes("token"))(context),
  },
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
  bug("quota_refills", "a quota that is used up stays so", (_, context) => {
    const used = new Set<string>();
    return async ({ next, operation }) => {
      const response = await next();
      const table = operation && classOf(operation, context.tables);
      if (operation?.rateLimit === undefined || table === undefined) return response;
      if (response.status === table.onExceed.status) used.add(operation.rateLimit);
      return used.has(operation.rateLimit) ? refuse(response, table, context) : response;
    };
  }),
  bug("quota_refills", "a new window begins half empty", (world, context) => {
    const count = countRequests(context);
    let wasRefused = false;
    return async ({ next, operation }) => {
      const response = await next();
      const table = operation && classOf(operation, context.tables);
      const sent = count(operation, world.now());
      wasRefused ||= response.status === table?.onExceed.status;
      if (table === undefined || !wasRefused || response.status === table.onExceed.status) return response;
      const half = Math.floor(table.quota / 2);
      if (table.headers === "none") return sent > half ? refuse(response, table, context) : response;
      return withHeader(response, "x-ratelimit-remaining", () => half);
    };
  }),
];

/** What the headers of an answer say is left. */
function left({ headers }: Response): string | null {
  return headers.get("x-ratelimit-remaining");
}
