import type { OperationRow, PaginationRow } from "../../src/operation-row.ts";
import { byCursor } from "../../src/pagination/by-cursor.ts";
import { byLastId } from "../../src/pagination/by-last-id.ts";
import { byOffset } from "../../src/pagination/by-offset.ts";
import { byPage } from "../../src/pagination/by-page.ts";
import type { ListFunction } from "../../src/pagination/list-operation.ts";
import { listOperation } from "../../src/pagination/list-operation.ts";
import { inQuery } from "../../src/request/place.ts";
import { asJson } from "../../src/response/as-json.ts";
import { clientWith, json, type SentRequest, type TestClient } from "./client.ts";

/** One thing on the shelf of a {@link listServer}. */
export interface Item {
  readonly id: string;
}

/** A way to ask for pages, as a document declares it. */
export type Style = "offset" | "page" | "last-id" | "cursor" | "until";

/** The declaration of each style, for lists of at most 50 items on a page. */
export const RULES: { readonly [style in Style]: PaginationRow } = {
  offset: { walk: byOffset, param: "skip", size: size(), items: "/list", key: "/id", total: "/page/total" },
  page: { walk: byPage, param: "number", size: size(), items: "/list", key: "/id", total: "/page/total" },
  "last-id": { walk: byLastId, param: "after", size: size(), items: "/list", key: "/id", more: "/page/more" },
  cursor: { walk: byCursor, param: "cursor", size: size(), items: "/list", key: "/id", next: "/page/next" },
  until: {
    walk: byCursor,
    param: "until",
    size: size(),
    items: "/list",
    key: "/id",
    next: "/page/next",
    inclusive: true,
  },
};

function size(): { param: string; default: number; max: number } {
  return { param: "limit", default: 5, max: 50 };
}

/** A list operation of a style. */
export function listOf(style: Style, rule: Partial<PaginationRow> = {}): ListFunction {
  return listOperation<ListFunction>({
    id: "listVisits",
    method: "GET",
    path: "/visits",
    params: Object.fromEntries(
      ["skip", "number", "after", "cursor", "until", "limit"].map(
        (name): [string, NonNullable<OperationRow["params"]>[string]] => [
          name,
          { in: inQuery, type: /skip|number|limit/.test(name) ? "integer" : "string" },
        ],
      ),
    ),
    parse: asJson,
    pagination: { ...RULES[style], ...rule },
  });
}

/** Things by their names. */
export function things(count: number, prefix = "v"): Item[] {
  return Array.from({ length: count }, (_, index) => ({ id: `${prefix}${index}` }));
}

/** A server that gives pages of a list which a test may change, and the client of it. */
export interface ListServer extends TestClient {
  /** What the server holds, in the order in which it gives it. */
  readonly shelf: Item[];
  /** What the requests so far asked for, without the address. */
  readonly queries: () => string[];
}

/** Makes a server of a style. `afterPage` runs when a page is sent, to change what is on the shelf. */
export function listServer(style: Style, shelf: Item[], afterPage?: (count: number) => void): ListServer {
  let count = 0;
  const client = clientWith((request) => {
    const answer = json(pageOf(style, shelf, request));
    afterPage?.(++count);
    return answer;
  });
  return { ...client, shelf, queries: () => client.sent.map(({ url }) => new URL(url).search) };
}

function pageOf(style: Style, shelf: readonly Item[], { url }: SentRequest): unknown {
  const query = new URL(url).searchParams;
  const limit = Number(query.get("limit") ?? 5);
  const indexOf = (id: string | null) => shelf.findIndex((item) => item.id === id);
  const start = {
    offset: () => Number(query.get("skip") ?? 0),
    page: () => (Number(query.get("number") ?? 1) - 1) * limit,
    "last-id": () => indexOf(query.get("after")) + 1,
    cursor: () => Math.max(0, indexOf(query.get("cursor"))),
    until: () => Math.max(0, indexOf(query.get("until"))),
  }[style]();
  const end = start + limit;
  const list = shelf.slice(start, end);
  // The first item that is left: `until` is inclusive, so it names the last one that was given.
  const next = shelf[style === "until" ? end - 1 : end]?.id;
  const page = {
    offset: { total: shelf.length },
    page: { total: shelf.length },
    "last-id": { more: end < shelf.length },
    cursor: { next: next ?? null },
    until: end < shelf.length ? { next } : undefined,
  }[style];
  return page ? { list, page } : { list };
}

/** The names of all items of an iteration. */
export async function idsOf(items: AsyncIterable<unknown>): Promise<string[]> {
  const ids: string[] = [];
  for await (const item of items) ids.push((item as Item).id);
  return ids;
}
