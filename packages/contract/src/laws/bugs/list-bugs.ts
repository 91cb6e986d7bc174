import type { OperationTable } from "@fairlead/sandbox/tables";
import { readPointer, writePointer } from "../document/pointer.ts";
import type { LawContext } from "../law-context.ts";
import type { LawWorld } from "../world.ts";
import { answerWith, type Intercepted, type Interceptor, intercept, jsonOf } from "./intercept.ts";
import type { PlantedBug } from "./planted-bug.ts";

function bug(law: string, what: string, make: (world: LawWorld, context: LawContext) => Interceptor): PlantedBug {
  return { law, what, plant: (open, context) => intercept(open, context, (world) => make(world, context)) };
}

/** The answer of a list with other items; other answers stay as they are. */
async function withItems(
  { next, operation }: Intercepted,
  change: (items: unknown[], operation: OperationTable, json: unknown) => unknown[] | Promise<unknown[]>,
  request?: Request,
): Promise<Response> {
  const response = await next(request);
  const json = response.ok && operation?.resource?.action === "list" ? await jsonOf(response) : undefined;
  const pointer = operation?.pagination?.items ?? operation?.resource?.result ?? "";
  const items = readPointer(json, pointer);
  if (operation === undefined || !Array.isArray(items)) return response;
  return answerWith(response, { json: writePointer(json, pointer, await change(items, operation, json)) });
}

/** The request with another query. */
function withQuery({ request, url }: Intercepted, change: (query: URLSearchParams) => void): Request {
  const changed = new URL(url);
  change(changed.searchParams);
  return new Request(changed, request);
}

/** Bugs of lists and their pages. */
export const listBugs: readonly PlantedBug[] = [
  bug("pages_cover_exactly_once", "an item is repeated at a page border", () => {
    let last: unknown;
    return (seen) =>
      withItems(seen, (items, { pagination }) => {
        const isLater = pagination !== undefined && seen.url.searchParams.has(pagination.param);
        const shown = isLater && last !== undefined ? [last, ...items.slice(1)] : items;
        last = items.at(-1);
        return shown;
      });
  }),
  bug(
    "pages_cover_exactly_once",
    "each page loses its second item",
    () => (seen) => withItems(seen, (items) => items.filter((_, index) => index !== 1)),
  ),
  bug(
    "pages_cover_exactly_once",
    "the order is another one when a page size is asked for",
    () => (seen) =>
      withItems(seen, (items, { pagination }) =>
        seen.url.searchParams.has(pagination?.size?.param ?? "") ? [...items].reverse() : items,
      ),
  ),
  bug("pages_cover_exactly_once", "the server's own page is another one than declared", () => (seen) => {
    const { size } = seen.operation?.pagination ?? {};
    if (size === undefined || seen.url.searchParams.has(size.param)) return seen.next();
    // A default may be larger than any list of a law.
    return seen.next(withQuery(seen, (query) => query.set(size.param, String(Math.min(size.default, 50) - 1))));
  }),
  bug("pages_cover_exactly_once", "the page is larger than asked", () => (seen) => {
    const { pagination } = seen.operation ?? {};
    const asked = Number(seen.url.searchParams.get(pagination?.size?.param ?? "") ?? 0);
    const size = pagination?.size;
    if (size === undefined || asked === 0 || asked >= size.max) return seen.next();
    return seen.next(withQuery(seen, (query) => query.set(size.param, String(asked + 1))));
  }),
  bug("pages_stable_under_insert", "a page after an insert loses its first item", () => {
    let count = -1;
    return (seen) =>
      withItems(seen, async (items, { pagination, resource }) => {
        const now = (await seen.world.entities(resource?.type ?? "")).length;
        const isLater = pagination !== undefined && seen.url.searchParams.has(pagination.param);
        const grown = isLater && count >= 0 && now > count;
        count = now;
        return grown ? items.slice(1) : items;
      });
  }),
  bug("sorted_as_asked", "pages are upside down", () => (seen) => withItems(seen, (items) => [...items].reverse())),
  bug("sorted_as_asked", "the direction is ignored", () => (seen) => {
    const ref = seen.operation?.resource?.sort?.order ?? "";
    const isOrder = seen.operation?.resource?.order !== undefined;
    if (isOrder) return withItems(seen, (items) => [...items].reverse());
    return seen.next(withQuery(seen, (query) => query.delete(ref.slice("query.".length))));
  }),
  bug(
    "filter_selects",
    "the filter is ignored",
    () => (seen) =>
      seen.next(
        withQuery(seen, (query) => {
          for (const ref of Object.values(seen.operation?.resource?.filter ?? {}))
            query.delete(ref.slice("query.".length));
        }),
      ),
  ),
  bug("list_contains_created", "what was created is not listed", (_, { tables }) => {
    const created = new Set<string>();
    return async (seen) => {
      const { type = "", action } = seen.operation?.resource ?? {};
      const pointer = tables.resources[type]?.key.pointer ?? "/id";
      if (action !== "create") {
        const shown = seen.operation?.pagination?.key ?? pointer;
        return withItems(seen, (items) => items.filter((item) => !created.has(String(readPointer(item, shown)))));
      }
      // Not every answer to a creation tells a key.
      const keys = async (): Promise<string[]> =>
        (await seen.world.entities(type)).map((one) => String(readPointer(one, pointer)));
      const before = await keys();
      const response = await seen.next();
      for (const key of await keys()) if (!before.includes(key)) created.add(key);
      return response;
    };
  }),
  bug("parent_scope_isolated", "the scope is ignored", (_, { tables }) => async (seen) => {
    const { operation, path, world, request, next } = seen;
    const { resource: use } = operation ?? {};
    if (operation === undefined || use === undefined || use.action === "create") return next();
    const key = tables.resources[use.type]?.key.pointer ?? "/id";
    const entities = await world.entities(use.type);
    const asked = String(path[use.key?.slice("path.".length) ?? ""]);
    const entity =
      use.action === "list" ? entities[0] : entities.find((one) => String(readPointer(one, key)) === asked);
    const url = new URL(seen.url);
    let pathname = operation.path;
    const values: Record<string, string> = { ...path };
    for (const [pointer, ref] of Object.entries(use.scope)) {
      const value = readPointer(entity, pointer);
      if (value === undefined) continue;
      const [place, name = ""] = ref.split(".");
      if (place === "path") values[name] = String(value);
      if (place === "query") url.searchParams.set(name, String(value));
    }
    pathname = pathname.replaceAll(/\{([^}]+)\}/g, (_match, name: string) => values[name] ?? "");
    return next(new Request(`${world.origin}${pathname}${url.search}`, request));
  }),
];
