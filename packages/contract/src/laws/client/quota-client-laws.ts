import type { OperationTable, RateLimitTable } from "@fairlead/sandbox/tables";
import type { Bench } from "../bench.ts";
import { must } from "../broken.ts";
import type { Law } from "../law.ts";
import type { LawContext } from "../law-context.ts";
import type { LawClient } from "../requests/law-client.ts";
import type { RequestDraft } from "../requests/request-draft.ts";
import type { ClientSubject } from "./client-subject.ts";
import { type Answering, inputOf, type SubjectClient, subjectClient } from "./subject-client.ts";

/** How much later than the reset a request may go out, in milliseconds: headers have whole seconds, and clients spread. */
const slackMs = 2000;

/**
 * The client keeps to the declared number where no header tells it. Headers correct a wrong number with the first answer,
 * so that most wrong numbers show here only.
 */
export function keepsQuota(subject: ClientSubject): Law {
  return {
    name: "client_keeps_quota",
    states:
      "where no header tells of it, the client sends the whole declared quota in a window, has nothing refused, and goes on when the window is over",
    targets: (context) => costly(context, subject),
    async check(bench, target) {
      await bench.attempt(async () => {
        const { client, table, send } = await openClass(bench, target, subject, withoutHeaders);
        const start = client.world.now();
        await send(table.quota + 1);
        await send.must(table.quota, start + table.windowMs);
      });
    },
  };
}

/** The client follows what the headers tell. */
export function followsQuotaHeaders(subject: ClientSubject): Law {
  return {
    name: "client_follows_quota_headers",
    states:
      "where another caller has used a part of the quota the client sends what is left, has nothing refused, and goes on at the reset",
    targets: (context) =>
      costly(context, subject).filter((id) => classOf(context.operation(id), context.tables)?.headers !== "none"),
    async check(bench, target) {
      await bench.attempt(async () => {
        const { client, table, send, cheap } = await openClass(bench, target, subject);
        const end = client.world.now() + table.windowMs;
        await client.world.advance(Math.floor(table.windowMs / 4));
        const used = Math.floor(table.quota / 2);
        client.paced = false;
        for (let count = 0; count < used; count++) await client.send(cheap.operation, cheap.draft);
        await send(table.quota - used + 1);
        await send.must(table.quota - used, end);
      });
    },
  };
}

/** A client that knows nothing yet begins with no more than the quota. */
export function beginsWithinQuota(subject: ClientSubject): Law {
  return {
    name: "client_begins_within_quota",
    states:
      "a client that begins with more calls at once than the quota allows has nothing refused, and sends all that fit",
    // What a client does before its first answer depends on the class alone.
    targets: (context) => costly({ ...context, exhaustive: false }, subject),
    async check(bench, target) {
      await bench.attempt(async () => {
        const { client, table, send } = await openClass(bench, target, subject);
        const start = client.world.now();
        await send(table.quota + 1, true);
        await send.must(table.quota, start + table.windowMs);
      });
    },
  };
}

/** Sends a number of requests of a class: the target first and last, a cheap neighbour between. */
interface SendClass {
  /** @param atOnce - Whether the first one does not go ahead of the others. @default false */
  (count: number, atOnce?: boolean): Promise<void>;
  /** So many were sent before a time, nothing was refused, and the next went out soon after it. @throws {Broken} */
  must(count: number, end: number): Promise<void>;
}

/** A client at the beginning of a window of the target's class. */
async function openClass(
  bench: Bench,
  target: string,
  { rows }: ClientSubject,
  answering?: Answering,
): Promise<{
  client: LawClient;
  table: RateLimitTable;
  send: SendClass;
  cheap: { operation: OperationTable; draft: RequestDraft };
}> {
  const { context } = bench;
  const client = await bench.open();
  const operation = context.operation(target);
  const table = classOf(operation, context.tables);
  if (table === undefined) throw new RangeError(`${target} has no quota.`);
  const neighbour = neighbourOf(operation, context);
  const draft = await client.valid(operation);
  const neighbourDraft = neighbour === operation ? draft : await client.valid(neighbour);
  await client.world.advance(table.windowMs - (client.world.now() % table.windowMs));
  const options = { retry: false, rateLimit: { maxWaitMs: table.windowMs * 10 } } as const;
  const subject = subjectClient(client, rows, options, answering);
  const call = (id: string, one: RequestDraft) => subject.of(id).safe(subject.core, inputOf(one));
  const send = async (count: number, atOnce = false): Promise<void> => {
    const first = call(target, draft);
    if (!atOnce) await subject.time.pass(first);
    const rest = Array.from({ length: count - 1 }, (_, index) =>
      index === count - 2 ? call(target, draft) : call(neighbour.id, neighbourDraft),
    );
    await subject.time.pass(Promise.all([first, ...rest]));
  };
  return {
    client,
    table,
    cheap: { operation: neighbour, draft: neighbourDraft },
    send: Object.assign(send, { must: async (count: number, end: number) => mustKeep(subject, table, count, end) }),
  };
}

function mustKeep({ sent }: SubjectClient, table: RateLimitTable, count: number, end: number): void {
  const refused = sent.filter(({ status }) => status === table.onExceed.status).length;
  must(refused === 0, `${refused} of ${sent.length} requests are refused, and the quota of ${table.quota} is known`);
  must(sent.length === count + 1, `${sent.length} requests are sent of ${count + 1}`);
  const early = sent.filter(({ at }) => at < end).length;
  must(early === count, `${early} requests are sent in the window, and there is room for ${count}`);
  const lateMs = (sent.at(-1)?.at ?? 0) - end;
  must(lateMs <= slackMs, `the next request is sent ${lateMs} ms after the window`);
}

/** Answers whose quota headers a gateway has taken out, or a browser does not show. */
const withoutHeaders: Answering = async (_sent, _request, next) => {
  const response = await next();
  const headers = new Headers(response.headers);
  for (const name of [...headers.keys()]) if (/ratelimit|^retry-after/.test(name)) headers.delete(name);
  return new Response(response.body, { status: response.status, headers });
};

/** All limited operations, or one of each pair of the class that is declared and the one that the client counts in. */
function costly(context: LawContext, { rows }: ClientSubject): string[] {
  const all = context.tables.operations.filter((one) => classOf(one, context.tables) !== undefined && rows[one.id]);
  if (context.exhaustive) return all.map(({ id }) => id);
  const pair = ({ id, rateLimit }: OperationTable): string => `${rateLimit} ${rows[id]?.rateLimit?.name}`;
  return [...new Map(all.toReversed().map((one) => [pair(one), one.id])).values()];
}

/** Another operation that burns the same quota, the cheapest there is; the operation itself where it is alone. */
function neighbourOf(operation: OperationTable, { tables }: LawContext): OperationTable {
  const { partition = [] } = classOf(operation, tables) ?? {};
  const others = tables.operations.filter(
    (one) => one !== operation && one.rateLimit === operation.rateLimit && !partition.includes("operation"),
  );
  const cost = ({ method, parameters, resource }: OperationTable): number =>
    (method === "GET" ? 0 : 1000) + (resource?.action === "list" ? 100 : 0) + parameters.length;
  return others.sort((a, b) => cost(a) - cost(b))[0] ?? operation;
}

function classOf({ rateLimit }: OperationTable, tables: LawContext["tables"]): RateLimitTable | undefined {
  return rateLimit === undefined ? undefined : tables.rateLimits[rateLimit];
}
