import type { components } from "../../generated/schema.ts";
import type { Event } from "../entities.ts";
import { isObject } from "../is-object.ts";
import { type Comparison, compareBy } from "./compare-by.ts";

/** Conditions on an event, and groups of them. */
export type EventFilter = components["schemas"]["EventFilter"];

type Condition = components["schemas"]["EventCondition"];

const lists: readonly unknown[] = ["in", "notin"];
const unary: readonly unknown[] = ["isnull", "notnull"];

/** Members that a condition can look at; of the last two at what is inside. */
const members = [
  ...["id", "hash", "topic", "sender", "senderType", "project", "user", "dependsOn", "status", "retries"],
  ...["description", "createdAt", "updatedAt", "summary", "payload"],
];

/** Whether all conditions can be compared: they name a member, and a value of the kind that they need. */
export function isFilter({ conditions = [] }: EventFilter): boolean {
  return conditions.every((one) => (isGroup(one) ? isFilter(one) : isCondition(one)));
}

/** Whether an event is one that a filter lets through. A group without conditions lets everything through. */
export function fitsFilter(event: Event, { conditions = [], operator = "and" }: EventFilter): boolean {
  const fits = (one: Condition | EventFilter): boolean => (isGroup(one) ? fitsFilter(event, one) : meets(event, one));
  if (conditions.length === 0) return true;
  return operator === "or" ? conditions.some(fits) : conditions.every(fits);
}

function isGroup(one: Condition | EventFilter): one is EventFilter {
  return !("key" in one);
}

function isCondition({ key, value, operator = "eq" }: Condition): boolean {
  const [member = "", ...inner] = pathOf(key);
  const isOpen = member === "summary" || member === "payload";
  if (!members.includes(member) || isOpen !== inner.length > 0) return false;
  if (unary.includes(operator)) return true;
  return lists.includes(operator) ? Array.isArray(value) : value !== undefined && value !== null;
}

function meets(event: Event, { key, value, operator = "eq" }: Condition): boolean {
  const path = pathOf(key);
  const found = path.reduce<unknown>(
    (at, name) => (isObject(at) && Object.hasOwn(at, name) ? at[name] : undefined),
    event,
  );
  // Inside of an object null is a value of its own.
  const isThere = found !== undefined && (found !== null || path.length > 1);
  return compareBy[operator as Comparison](isThere ? found : undefined, value);
}

/** The names from the outside to the inside; that of the member may be in snake case too. */
function pathOf(key: string): readonly string[] {
  const [member = "", ...inner] = key.split(/[/.]/).map((name) => name.trim());
  return [member.replace(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase()), ...inner];
}
