import { type Duration, duration, type Pointer, pointer, resourceName } from "./common.ts";
import { type Evidence, evidence } from "./evidence.ts";
import type { JsonSchema } from "./json-schema.ts";

/** When an event happens: something becomes of an entity. */
export interface WebhookTrigger {
  /** Name in `x-behaviors.resources`. */
  readonly resource: string;
  readonly action: "create" | "update" | "delete";
  /** Only an update that changes one of these members. */
  readonly changes?: readonly Pointer[];
  /** Only an update after which each of these members has the value, and before which one of them had not. */
  readonly becomes?: { readonly [pointer: Pointer]: unknown };
}

/** What the server tells those who asked to be told. */
export interface Webhooks {
  /** The entities that say who is told. */
  readonly receiver: {
    /** Name in `x-behaviors.resources`. */
    readonly type: string;
    /** Where one has its address. */
    readonly url: Pointer;
    /** Where it has the names of the events that it wants. */
    readonly events: Pointer;
    /** Where it has the key of its signatures. */
    readonly secret: Pointer;
  };
  /** How a receiver tells that an event is from the server: by the raw body. */
  readonly signature: {
    /** Declared header parameter that carries it. */
    readonly header: string;
    readonly algorithm: "hmac-sha1";
    readonly encoding: "hex";
  };
  /** How an event is sent. */
  readonly delivery: {
    /** How often at most, 1 to 10. */
    readonly attempts: number;
    /** Wait before the second attempt; each later one waits twice as long as the one before. */
    readonly backoff: Duration;
    /** How long an answer may take. */
    readonly timeout: Duration;
  };
  readonly evidence?: Evidence;
  /** By the name of the event. */
  readonly events: {
    readonly [event: string]: {
      /** Name in OpenAPI `webhooks`, whose request it is. */
      readonly webhook: string;
      /** Each of these is the event. */
      readonly on: readonly WebhookTrigger[];
    };
  };
}

const on: JsonSchema = {
  description: "Something becomes of an entity.",
  type: "object",
  required: ["resource", "action"],
  additionalProperties: false,
  properties: {
    resource: { ...resourceName, description: "Name in `x-behaviors.resources`." },
    action: {
      description: "What becomes of the entity. What goes along with a deleted one has no event.",
      enum: ["create", "update", "delete"],
    },
    changes: {
      description: "Only an update that changes one of these members.",
      type: "array",
      minItems: 1,
      uniqueItems: true,
      items: { ...pointer, description: "A member of the entity." },
    },
    becomes: {
      description: "Only an update after which these members have these values, and before which one of them had not.",
      type: "object",
      minProperties: 1,
      propertyNames: pointer,
      additionalProperties: { description: "The value that the member has then." },
    },
  },
};

/** Schema of {@link Webhooks}. */
export const webhooks: JsonSchema = {
  description: "What the server tells those who asked to be told. The bodies stand in OpenAPI `webhooks`.",
  type: "object",
  required: ["receiver", "signature", "delivery", "events"],
  additionalProperties: false,
  properties: {
    receiver: {
      description: "The entities that say who is told.",
      type: "object",
      required: ["type", "url", "events", "secret"],
      additionalProperties: false,
      properties: {
        type: { ...resourceName, description: "Name in `x-behaviors.resources`." },
        url: { ...pointer, description: "Where one has its address." },
        events: { ...pointer, description: "Where it has the names of the events that it wants." },
        secret: { ...pointer, description: "Where it has the key of its signatures." },
      },
    },
    signature: {
      description: "How a receiver tells that an event is from the server: by the raw body.",
      type: "object",
      required: ["header", "algorithm", "encoding"],
      additionalProperties: false,
      properties: {
        header: { description: "Declared header parameter that carries it.", type: "string", minLength: 1 },
        algorithm: { description: "`hmac-sha1`: RFC 2104 with SHA-1.", enum: ["hmac-sha1"] },
        encoding: { description: "`hex`: hexadecimal digits in lower case.", enum: ["hex"] },
      },
    },
    delivery: {
      description: "How an event is sent. An answer with a status of 2xx ends it; a redirect is no such answer.",
      type: "object",
      required: ["attempts", "backoff", "timeout"],
      additionalProperties: false,
      properties: {
        attempts: { description: "How often at most.", type: "integer", minimum: 1, maximum: 10 },
        backoff: {
          ...duration,
          description: "Wait before the second attempt; each later one waits twice as long as the one before.",
        },
        timeout: { ...duration, description: "How long an answer may take." },
      },
    },
    evidence,
    events: {
      description: "By the name of the event. Events without an entry are never sent by a stand-in for the server.",
      type: "object",
      minProperties: 1,
      additionalProperties: {
        description: "One event.",
        type: "object",
        required: ["webhook", "on"],
        additionalProperties: false,
        properties: {
          webhook: { description: "Name in OpenAPI `webhooks`, whose request it is.", type: "string", minLength: 1 },
          on: { description: "When it happens: each of these.", type: "array", minItems: 1, items: on },
        },
      },
    },
  },
};
