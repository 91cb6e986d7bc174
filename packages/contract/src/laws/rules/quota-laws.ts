import type { OperationTable, RateLimitTable } from "@fairlead/sandbox/tables";
import { must } from "../broken.ts";
import { readPointer } from "../document/pointer.ts";
import type { Law } from "../law.ts";
import type { LawContext } from "../law-context.ts";
import type { Exchange } from "../requests/exchange.ts";
import type { LawClient } from "../requests/law-client.ts";
import type { RequestDraft } from "../requests/request-draft.ts";
import { mustAnswer } from "./access-laws.ts";

const limited = ({ tables }: LawContext): OperationTable[] =>
  tables.operations.filter((one) => classOf(one, tables) !== undefined);

/** Operations for laws that use a whole window up: all, or the first of each class. */
const costly = (context: LawContext): string[] => {
  const all = limited(context);
  if (context.exhaustive) return all.map(({ id }) => id);
  return [...new Map(all.toReversed().map(({ rateLimit, id }) => [rateLimit, id])).values()];
};

/** Quotas up to this are used up by a law that others could do without. */
const usableUp = 20;

/** The last request of a quota is answered, the next refused. */
export const quotaEnforced: Law = {
  name: "quota_enforced",
  states: "request quota + 1 of a window gets the declared refusal, request quota does not",
  targets: costly,
  async check(bench, target) {
    await bench.attempt(async () => {
      const { context } = bench;
      const { client, operation, draft, table } = await unpaced(await bench.open(), target);
      const last = await spend(client, operation, draft, table.quota);
      must(last.status !== table.onExceed.status, `request ${table.quota} of ${table.quota} is refused`, last);
      const next = await client.send(operation, draft);
      mustAnswer(next, table.onExceed, `request ${table.quota + 1} of ${table.quota} in a window:`, context);
      if (table.onExceed.retryAfter === "seconds") {
        const seconds = Number(next.headers.get("retry-after"));
        must(seconds >= 1 && seconds * 1000 <= table.windowMs + 999, `Retry-After is ${seconds}`, next);
      }
      const other = otherCredential(client);
      if (other === undefined) return;
      const neighbour = await client.send(operation, draft, { credential: other });
      const isRefused = neighbour.status === table.onExceed.status;
      if (table.partition.includes("token")) must(!isRefused, "another account is refused too", neighbour);
      else must(isRefused, "another account has a quota of its own", neighbour);
    });
  },
};

/** The headers tell what the quota really is. */
export const quotaHeadersTruthful: Law = {
  name: "quota_headers_truthful",
  states:
    "remaining falls by one with each request, errors too; the reset is the end of the window; the operations of a class share it",
  targets: (context) =>
    limited(context)
      .filter(({ rateLimit = "" }) => context.tables.rateLimits[rateLimit]?.headers !== "none")
      .map(({ id }) => id),
  async check(bench, target) {
    await bench.attempt(async () => {
      const { client, operation, draft, table } = await unpaced(await bench.open(), target);
      const neighbour = limited(bench.context).find(
        (one) => one.rateLimit === operation.rateLimit && one !== operation,
      );
      const neighbourDraft = neighbour && (await client.valid(neighbour));
      const start = await beginWindow(client, table);
      const requests = Math.min(4, table.quota + 1);
      const bad: RequestDraft = {
        path: Object.fromEntries(Object.keys(draft.path).map((name) => [name, "no-such-thing"])),
        query: {},
        header: {},
      };
      for (let sent = 1; sent <= requests; sent++) {
        const answer = await client.send(operation, sent === 2 ? bad : draft);
        const { limit, remaining, resetMs } = quotaOf(answer);
        must(limit === table.quota, `X-RateLimit-Limit is ${limit}, the quota ${table.quota}`, answer);
        const expected = Math.max(0, table.quota - sent);
        must(
          remaining === expected,
          `X-RateLimit-Remaining is ${remaining} after ${sent} requests of ${table.quota}`,
          answer,
        );
        const end = start + table.windowMs;
        must(
          Math.abs(resetMs - end) < 1000,
          `X-RateLimit-Reset is ${resetMs - end} ms from the end of the window of ${table.windowMs} ms`,
          answer,
        );
      }
      if (neighbour !== undefined && neighbourDraft !== undefined) {
        const { remaining } = quotaOf(await client.send(neighbour, neighbourDraft));
        const spent = table.partition.includes("operation") ? 1 : requests + 1;
        const expected = Math.max(0, table.quota - spent);
        must(
          remaining === expected,
          `after ${requests} requests ${neighbour.id} has ${remaining} left; ${expected} expected`,
        );
      }
      const next = await beginWindow(client, table);
      const { remaining, resetMs } = quotaOf(await client.send(operation, draft));
      must(remaining === table.quota - 1, `X-RateLimit-Remaining is ${remaining} at the beginning of a window`);
      must(Math.abs(resetMs - next - table.windowMs) < 1000, "X-RateLimit-Reset is not the end of the second window");
    });
    const { quota = Number.POSITIVE_INFINITY } = classOf(bench.context.operation(target), bench.context.tables) ?? {};
    if (quota > usableUp) return;
    await bench.attempt(async () => {
      const { client, operation, draft, table } = await unpaced(await bench.open(), target);
      const answer = await spend(client, operation, draft, table.quota + 3);
      const { remaining } = quotaOf(answer);
      must(remaining === 0, `X-RateLimit-Remaining is ${remaining} when all is used up`, answer);
    });
  },
};

/** Every tier has its own number, and the account tells it. */
export const quotaTiers: Law = {
  name: "quota_tiers",
  states: "each tier of an account has its declared quota, in the headers and where the account tells it",
  targets: (context) => {
    const told = limited(context).filter((one) => Object.keys(classOf(one, context.tables)?.tiers ?? {}).length > 0);
    return [...new Map(told.map(({ rateLimit, id }) => [rateLimit, id])).values()];
  },
  async check(bench, target) {
    const operation = bench.context.operation(target);
    const { quota = 0, tiers = {}, headers, account } = classOf(operation, bench.context.tables) ?? {};
    for (const [tier, number] of [[undefined, quota] as const, ...Object.entries(tiers)]) {
      await bench.attempt(async () => {
        const client = await bench.open();
        const credential = client.world.token(undefined, tier);
        const answer = await client.send(operation, await client.valid(operation), { credential });
        const { limit } = quotaOf(answer);
        if (headers === "x-ratelimit")
          must(limit === number, `the tier ${tier ?? "below all"} has a limit of ${limit}; ${number} expected`, answer);
        if (account === undefined) return;
        const teller = bench.context.operation(account.operationId);
        const told = await client.send(teller, await client.valid(teller), { credential });
        const shown = readPointer(told.json, account.pointer);
        must(shown === number, `the account tells ${JSON.stringify(shown)}; ${number} expected`, told);
      });
    }
  },
};

/** A new window begins full. */
export const quotaRefills: Law = {
  name: "quota_refills",
  states: "when the clock has passed the reset the whole quota is there again",
  targets: costly,
  async check(bench, target) {
    await bench.attempt(async () => {
      const { client, operation, draft, table } = await unpaced(await bench.open(), target);
      const refused = await spend(client, operation, draft, table.quota + 1);
      must(refused.status === table.onExceed.status, "the quota is not enforced", refused);
      const wait = table.headers === "none" ? table.windowMs : quotaOf(refused).resetMs - client.world.now();
      await client.world.advance(Math.max(1, wait));
      const fresh = await client.send(operation, draft);
      must(fresh.status !== table.onExceed.status, `refused still, ${wait} ms later`, fresh);
      if (table.headers === "none") {
        const last = await spend(client, operation, draft, table.quota - 1);
        must(last.status !== table.onExceed.status, `request ${table.quota} of a new window is refused`, last);
        return;
      }
      const { remaining } = quotaOf(fresh);
      must(
        remaining === table.quota - 1,
        `X-RateLimit-Remaining is ${remaining} after the first request of a window of ${table.quota}`,
        fresh,
      );
    });
  },
};

/** What the headers of an answer say. */
export function quotaOf({ headers }: Exchange): { limit: number; remaining: number; resetMs: number } {
  const read = (name: string): number => Number(headers.get(`x-ratelimit-${name}`) ?? Number.NaN);
  return { limit: read("limit"), remaining: read("remaining"), resetMs: read("reset") * 1000 };
}

/** A client at the beginning of a window, which keeps within no quota, with a valid request. */
async function unpaced(
  client: LawClient,
  target: string,
): Promise<{ client: LawClient; operation: OperationTable; draft: RequestDraft; table: RateLimitTable }> {
  const operation = client.context.operation(target);
  const table = classOf(operation, client.context.tables);
  if (table === undefined) throw new RangeError(`${target} has no quota.`);
  const draft = await client.valid(operation);
  await beginWindow(client, table);
  client.paced = false;
  return { client, operation, draft, table };
}

/** Moves the clock to the beginning of the next window. */
async function beginWindow({ world }: LawClient, { windowMs }: RateLimitTable): Promise<number> {
  await world.advance(windowMs - (world.now() % windowMs));
  return world.now();
}

/** Sends a number of requests that count: cheap ones, without a body, and the last one in full. */
async function spend(
  client: LawClient,
  operation: OperationTable,
  draft: RequestDraft,
  count: number,
): Promise<Exchange> {
  const { body: _body, ...bare } = draft;
  for (let sent = 1; sent < count; sent++) await client.send(operation, operation.method === "GET" ? draft : bare);
  return await client.send(operation, draft);
}

/** The credential of another account. */
function otherCredential({ world, context }: LawClient): string | undefined {
  return rolesOf(context)
    .map((role) => world.token(role))
    .find((token) => token !== world.token());
}

/** The roles that an account can have, of all security schemes. */
export function rolesOf({ tables }: LawContext): string[] {
  return Object.values(tables.auth).flatMap(({ roles }) => Object.keys(roles));
}

/** The rate class of an operation. */
export function classOf({ rateLimit }: OperationTable, tables: LawContext["tables"]): RateLimitTable | undefined {
  return rateLimit === undefined ? undefined : tables.rateLimits[rateLimit];
}
