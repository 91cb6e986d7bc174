import { type Answer, duration, name, operationId, type Pointer, pointer, reference, responseRef } from "./common.ts";
import { type Evidence, evidence } from "./evidence.ts";
import type { JsonSchema } from "./json-schema.ts";
import type { VocabularyKey } from "./vocabulary-key.ts";

/** A rate class: a quota that operations share. */
export interface RateLimit {
  /** Requests per window on the lowest tier, at least 1: an unknown account must start safe. */
  readonly quota: number;
  /** Length of a window, at least one second; windows are fixed and aligned to the epoch. */
  readonly window: string;
  /** What has a quota of its own. */
  readonly partition: readonly ("token" | "ip" | "operation")[];
  /** Quotas of higher tiers by name, each above `quota`. */
  readonly tiers?: { readonly [tier: string]: number };
  /** Headers that tell how much is left; `x-ratelimit` is Limit, Remaining and Reset (epoch seconds). */
  readonly headers: "x-ratelimit" | "none";
  /** What the server answers when the quota is used up. */
  readonly onExceed: Answer & { readonly retryAfter: "none" };
  /** Where the account's own number can be read. */
  readonly account?: { readonly operationId: string; readonly pointer: Pointer };
  readonly evidence: Evidence;
}

const definition: JsonSchema = {
  description: "A rate class: a quota that the operations of the class share.",
  type: "object",
  required: ["quota", "window", "partition", "headers", "onExceed", "evidence"],
  additionalProperties: false,
  properties: {
    quota: {
      description: "Requests per window on the lowest tier, because an unknown account must start safe.",
      type: "integer",
      minimum: 1,
    },
    window: {
      ...duration,
      description: "Length of a window, at least PT1S. Windows are fixed and aligned to the epoch.",
    },
    partition: {
      description: "What has a quota of its own: each combination of the listed things.",
      type: "array",
      minItems: 1,
      uniqueItems: true,
      items: {
        description:
          "`token`: each credential. `ip`: each address that requests come from. `operation`: each operation.",
        enum: ["token", "ip", "operation"],
      },
    },
    tiers: {
      description: "Quotas of higher tiers by name, each above `quota`.",
      type: "object",
      minProperties: 1,
      propertyNames: name,
      additionalProperties: { description: "Requests per window on this tier.", type: "integer", minimum: 2 },
    },
    headers: {
      description:
        "`x-ratelimit`: X-RateLimit-Limit, -Remaining and -Reset, the last in epoch seconds. `none`: no headers.",
      enum: ["x-ratelimit", "none"],
    },
    onExceed: {
      description: "The answer when the quota is used up; every operation of the class declares it.",
      type: "object",
      required: ["status", "response", "retryAfter"],
      additionalProperties: false,
      properties: {
        status: { description: "HTTP status of the answer.", type: "integer", minimum: 100, maximum: 599 },
        response: responseRef,
        retryAfter: { description: "`none`: the answer carries no Retry-After header.", enum: ["none"] },
      },
    },
    account: {
      description: "Where the number of the caller's own account can be read.",
      type: "object",
      required: ["operationId", "pointer"],
      additionalProperties: false,
      properties: {
        operationId,
        pointer: { ...pointer, description: "Where the number stands in that operation's answer." },
      },
    },
    evidence,
  },
};

/** `x-rate-limit`: the rate class that an operation burns. */
export const rateLimitKey: VocabularyKey = {
  extension: "x-rate-limit",
  use: { ...reference, description: "Rate class that the operation burns." },
  definitions: { block: "rateLimits", written: definition },
};
