import type { webhooks } from "../generated/schema.ts";

/** What the document says that may be sent to a webhook. */
type DeclaredEvent<Name extends keyof webhooks = keyof webhooks> = Name extends unknown
  ? webhooks[Name]["post"]["requestBody"]["content"]["application/json"]
  : never;

/** Those of whose types there is a list. */
type ClosedEvent<Event> = Event extends { readonly type: infer Type } ? (string extends Type ? never : Event) : never;

/** An event whose payload the document describes. */
export type KnownWebhookEvent = ClosedEvent<DeclaredEvent>;

/** Any other event: there are many, and new ones come. */
export type OtherWebhookEvent = Exclude<DeclaredEvent, KnownWebhookEvent>;

/**
 * An event that a webhook was told of. `isWebhookEvent` tells what its payload is.
 * @see https://vercel.com/docs/webhooks/webhooks-api
 */
export type WebhookEvent = KnownWebhookEvent | OtherWebhookEvent;
