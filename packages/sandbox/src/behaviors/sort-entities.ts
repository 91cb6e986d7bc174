import type { LiveCall } from "../engine/live-call.ts";
import { Refusal } from "../engine/refusal.ts";
import { readPointer } from "../pointer.ts";
import { matches } from "../store/matches.ts";
import type { Entity } from "../store/store.ts";
import type { Pointer, ResourceUse } from "../tables/tables.ts";
import { readParam } from "./read-param.ts";

/**
 * A list in the order that the request or the declaration asks for, else as it is. Entities that are equal in it stand in
 * the order of their creation, and downwards everything is the exact reverse: newest first is so within one millisecond.
 * @param items - In the order of creation.
 * @throws {Refusal} 400, the list can't be sorted by that member.
 */
export function sortEntities(items: readonly Entity[], call: LiveCall, use: ResourceUse): readonly Entity[] {
  const { sort, order } = use;
  const member = sort === undefined ? undefined : readParam(call, sort.param);
  if (sort === undefined || member === undefined || member === "")
    return order === undefined ? items : sortBy(items, order.by, order.direction === "desc");
  if (typeof member !== "string" || !sort.keys.includes(member))
    throw new Refusal(400, `The list can't be sorted by ${JSON.stringify(member)}; take ${sort.keys.join(", ")}`);
  const direction = sort.order === undefined ? undefined : readParam(call, sort.order);
  return sortBy(items, `/${member.replaceAll("~", "~0").replaceAll("/", "~1")}`, matches(direction, sort.values[1]));
}

function sortBy(items: readonly Entity[], by: Pointer, down: boolean): readonly Entity[] {
  const keyed = items.map((item) => ({ item, key: readPointer(item, by) }));
  const sorted = keyed.sort((a, b) => compare(a.key, b.key)).map(({ item }) => item);
  return down ? sorted.reverse() : sorted;
}

/** Numbers by size, before texts by their characters' codes, before everything else, which counts as equal. */
function compare(a: unknown, b: unknown): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (typeof a === "string" && typeof b === "string") return a < b ? -1 : Number(a > b);
  return rank(a) - rank(b);
}

function rank(value: unknown): number {
  if (typeof value === "number") return 0;
  return typeof value === "string" ? 1 : 2;
}
