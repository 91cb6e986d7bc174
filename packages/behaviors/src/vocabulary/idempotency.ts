import { type Duration, duration, reference } from "./common.ts";
import { type Evidence, evidence } from "./evidence.ts";
import type { JsonSchema } from "./json-schema.ts";
import type { VocabularyKey } from "./vocabulary-key.ts";

/** A key that the client sends so that the server can tell a repeat from a new request. */
export interface IdempotencyKey {
  /** Declared header parameter that carries the key. */
  readonly header: string;
  /** How long the server remembers a key. */
  readonly ttl: Duration;
  /** Success status that answers a repeat. */
  readonly replayStatus: number;
  readonly evidence?: Evidence;
}

const definition: JsonSchema = {
  description: "A key that the client sends, one for all attempts of a call.",
  type: "object",
  required: ["header", "ttl", "replayStatus"],
  additionalProperties: false,
  properties: {
    header: { description: "Declared header parameter that carries the key.", type: "string", minLength: 1 },
    ttl: { ...duration, description: "How long the server remembers a key." },
    replayStatus: {
      description: "Declared success status that answers a repeat.",
      type: "integer",
      minimum: 200,
      maximum: 299,
    },
    evidence,
  },
};

/** `x-idempotent`: whether a repeat of a POST or PATCH is harmless. */
export const idempotencyKey: VocabularyKey = {
  extension: "x-idempotent",
  use: {
    description:
      "`true`: the server makes a repeat harmless. `false`: it does not. A name: it does when the client sends a key.",
    anyOf: [{ enum: [true, false] }, reference],
  },
  definitions: { block: "idempotency", written: definition },
};
