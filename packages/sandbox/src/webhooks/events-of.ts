import { readPointer } from "../pointer.ts";
import type { Change } from "../store/change-log.ts";
import type { WebhooksTable, WebhookTriggerTable } from "../tables/tables.ts";

/** The names of the events that a change is. */
export function eventsOf(change: Change, { events }: Pick<WebhooksTable, "events">): readonly string[] {
  return Object.entries(events).flatMap(([name, { on }]) => (on.some((one) => isMeant(change, one)) ? [name] : []));
}

function isMeant({ type, action, before, after }: Change, trigger: WebhookTriggerTable): boolean {
  if (trigger.resource !== type || trigger.action !== action) return false;
  const has = (entity: unknown, [pointer, value]: readonly [string, unknown]): boolean =>
    same(readPointer(entity, pointer), value);
  if (trigger.changes?.every((one) => has(before, [one, readPointer(after, one)]))) return false;
  const values = Object.entries(trigger.becomes ?? {});
  return values.length === 0 || (values.every((one) => has(after, one)) && !values.every((one) => has(before, one)));
}

function same(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
