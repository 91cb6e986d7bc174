import type { JsonSchema } from "./json-schema.ts";

/** A reason for each of some operations, by operationId. */
export interface Reasons {
  readonly [operationId: string]: string;
}

/** Schema of {@link Reasons}. */
export function reasons(description: string): JsonSchema {
  return {
    description,
    type: "object",
    minProperties: 1,
    additionalProperties: {
      description: "Why, in our own words, at least 10 characters.",
      type: "string",
      minLength: 10,
    },
  };
}
