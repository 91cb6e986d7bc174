import { isFairleadError } from "@fairlead/runtime";
import type { OperationTable, PaginationTable } from "@fairlead/sandbox/tables";
import { openList } from "../acts/list-population.ts";
import { keysOf, repeated, walkPages } from "../acts/walk-pages.ts";
import type { Bench } from "../bench.ts";
import { Broken, must } from "../broken.ts";
import { readPointer, writePointer } from "../document/pointer.ts";
import type { Law } from "../law.ts";
import type { LawContext } from "../law-context.ts";
import type { ClientSubject } from "./client-subject.ts";
import {
  type Answering,
  type ClientFunction,
  inputOf,
  type Sent,
  type SubjectClient,
  subjectClient,
} from "./subject-client.ts";

/** Items that are added before a walk: some pages at any size, and more than most servers give at once. */
const added = 60;

/** Items of a page where a law asks for small ones: no divisor of usual sizes, so that the last page is a rest. */
const small = 17;

/** No client asks for more items at once: a page has to fit into memory. */
const largest = 1000;

/** A walk in pages gives the whole list. */
export function walksWholeList(subject: ClientSubject): Law {
  return {
    name: "client_walks_whole_list",
    states: "a walk in small pages gives every item once, in the server's order, and ends after the last page",
    targets: paged,
    async check(bench, target) {
      await bench.attempt(async () => {
        const { expected, operation, subjectOf, input, pagination } = await openWalk(bench, target, subject);
        const size = pagination.size === undefined ? {} : { [pagination.size.param]: small };
        const client = subjectOf(pagination.size === undefined ? inPagesOf(small, pagination, target) : undefined);
        const keys = await walked(client, operation, { ...input, ...size });
        mustEqual(keys, expected);
        const least = Math.ceil(expected.length / small);
        must(client.sent.length <= least + 1, `${expected.length} items took ${client.sent.length} requests`);
      });
    },
  };
}

/** Pages are as large as they may be. */
export function asksLargestPages(subject: ClientSubject): Law {
  return {
    name: "client_asks_largest_pages",
    states: `who asks for a whole list gets it in the largest declared pages, up to ${largest} items, and without a declared largest the server chooses`,
    targets: paged,
    async check(bench, target) {
      await bench.attempt(async () => {
        const { expected, operation, subjectOf, input, pagination } = await openWalk(bench, target, subject);
        const client = subjectOf();
        const all = client.of(target).all;
        must(all !== undefined, "the client has no pages of it");
        const items = await outcomeOf(client, all(client.core, input));
        mustEqual(keysOf(pagination, items), expected);
        const max = subject.declarations.get(operation.id)?.pageMax;
        const wanted = max === undefined ? null : `${Math.min(max, largest)}`;
        for (const { url } of client.sent) {
          const asked = pagination.size === undefined ? null : url.searchParams.get(pagination.size.param);
          must(asked === wanted, `pages of ${asked ?? "no size"} are asked for; ${wanted ?? "no size"} expected`);
        }
      });
    },
  };
}

/** What comes again because others were added in front is dropped. */
export function dropsRepeated(subject: ClientSubject): Law {
  return {
    name: "client_drops_repeated",
    states:
      "an item that comes again because another was added in front of a list by offset is given once, also if it was changed meanwhile",
    targets: (context) => paged(context).filter((id) => context.operation(id).pagination?.style === "offset"),
    async check(bench, target) {
      await bench.attempt(async () => {
        const { expected, operation, subjectOf, input, pagination } = await openWalk(bench, target, subject);
        const size = pagination.size === undefined ? {} : { [pagination.size.param]: small };
        const keys = await walked(subjectOf(grownInFront(pagination, target)), operation, { ...input, ...size });
        mustEqual(keys, expected);
      });
    },
  };
}

/** A list of some length, and its keys in their order, which the law's own client has read. */
interface OpenWalk {
  readonly operation: OperationTable;
  readonly pagination: PaginationTable;
  readonly expected: readonly string[];
  readonly input: Readonly<Record<string, unknown>>;
  subjectOf(answering?: Answering): SubjectClient;
}

async function openWalk(bench: Bench, target: string, { rows }: ClientSubject): Promise<OpenWalk> {
  const operation = bench.context.operation(target);
  const { pagination } = operation;
  if (pagination === undefined) throw new RangeError(`${target} has no pages.`);
  const client = await bench.open();
  const { draft, grow } = await openList(client, operation);
  await grow(added);
  const { keys } = await walkPages(client, operation, draft);
  const subjectOf = (answering?: Answering): SubjectClient =>
    // The law's own client has used a part of the quota.
    subjectClient(client, rows, { retry: false, rateLimit: { mode: "off" } }, answering);
  const { windowMs = 0 } = bench.context.tables.rateLimits[operation.rateLimit ?? ""] ?? {};
  await client.world.advance(windowMs);
  return { operation, pagination, expected: keys, input: inputOf(draft), subjectOf };
}

/** The keys of all items, page by page. @throws {Broken} The walk fails. */
async function walked(
  client: SubjectClient,
  { id, pagination }: OperationTable,
  input: Readonly<Record<string, unknown>>,
): Promise<string[]> {
  const { pages }: ClientFunction = client.of(id);
  must(pages !== undefined && pagination !== undefined, "the client has no pages of it");
  const collect = async (): Promise<unknown[]> => {
    const items: unknown[] = [];
    for await (const page of pages(client.core, input, { maxPages: 100 })) items.push(...page.items);
    return items;
  };
  return keysOf(pagination, await outcomeOf(client, collect()));
}

/** What a call of the client gives. @throws {Broken} It throws. */
async function outcomeOf<T>(client: SubjectClient, work: Promise<T>): Promise<T> {
  return await client.time.pass(work).catch((error: unknown) => {
    if (error instanceof Broken) throw error;
    const name = isFairleadError(error) ? error.name : "an error of its own";
    throw new Broken(`the walk fails with ${name}: ${error instanceof Error ? error.message : error}`);
  });
}

function mustEqual(keys: readonly string[], expected: readonly string[]): void {
  const [again] = repeated(keys);
  must(again === undefined, `${again} comes more than once`);
  must(keys.length === expected.length, `the walk gives ${keys.length} items of ${expected.length}`);
  must(keys.join() === expected.join(), "the walk gives the items in another order");
}

/** A server that gives fewer items on a page than it might, where no parameter tells it how many. */
function inPagesOf(size: number, table: PaginationTable, target: string): Answering {
  const { items } = table;
  const more = "more" in table ? table.more : undefined;
  return async (sent, _request, next) => {
    const response = await next();
    if (sent.operationId !== target || !response.ok || more === undefined) return response;
    const body: unknown = await response.json();
    const found = readPointer(body, items);
    if (!Array.isArray(found) || found.length <= size) return Response.json(body);
    return Response.json(writePointer(writePointer(body, items, found.slice(0, size)), more, true));
  };
}

/**
 * A list that has grown by one item in front since its first page, so that each later page begins with an item that the
 * client has; and somebody has changed that item in everything but its key.
 */
function grownInFront(pagination: PaginationTable & { readonly total?: string }, target: string): Answering {
  const { param, items, total } = pagination;
  return async (sent: Sent, request, next) => {
    const skip = Number(sent.url.searchParams.get(param) ?? 0);
    if (sent.operationId !== target || !(skip > 0)) return await next();
    const earlier = new URL(sent.url);
    earlier.searchParams.set(param, `${skip - 1}`);
    const response = await next(new Request(earlier, request));
    if (!response.ok) return response;
    let body: unknown = await response.json();
    const found = readPointer(body, items);
    if (Array.isArray(found) && found.length > 0)
      body = writePointer(body, items, [changedBesideKey(found[0], pagination), ...found.slice(1)]);
    const count = total === undefined ? undefined : readPointer(body, total);
    return Response.json(
      typeof count === "number" && total !== undefined ? writePointer(body, total, count + 1) : body,
    );
  };
}

/** An item whose texts and numbers are others, but for its key. */
function changedBesideKey(item: unknown, { key = "/id" }: PaginationTable): unknown {
  const changed = JSON.parse(JSON.stringify(item), (_name, value: unknown) =>
    typeof value === "string" ? `${value}, changed` : typeof value === "number" ? value + 1_000_000 : value,
  ) as unknown;
  return writePointer(changed, key, readPointer(item, key));
}

function paged({ tables }: LawContext): string[] {
  return tables.operations
    .filter(({ pagination, resource }) => pagination !== undefined && resource?.action === "list")
    .map(({ id }) => id);
}
