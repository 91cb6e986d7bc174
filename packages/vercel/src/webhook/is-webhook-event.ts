import type { KnownWebhookEvent, WebhookEvent } from "./webhook-event.ts";

/** The known events that can have the type. */
type KnownOf<Type, Event = KnownWebhookEvent> = Event extends { readonly type: infer Own }
  ? [Own & Type] extends [never]
    ? never
    : Event & { readonly type: Own & Type }
  : never;

/** Whether an event is of one of the types, after which its payload is typed. */
export function isWebhookEvent<Type extends KnownWebhookEvent["type"]>(
  event: WebhookEvent,
  ...types: readonly [Type, ...Type[]]
): event is KnownOf<Type>;
/** Whether an event is of one of the types; the payload of one that has no type here stays open. */
export function isWebhookEvent(event: WebhookEvent, ...types: readonly string[]): boolean;
export function isWebhookEvent(event: WebhookEvent, ...types: readonly string[]): boolean {
  return types.includes(event.type);
}
