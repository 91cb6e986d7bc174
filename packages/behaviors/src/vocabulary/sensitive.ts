import { type Pointer, pointer } from "./common.ts";
import type { VocabularyKey } from "./vocabulary-key.ts";

/** What of an operation must not show up in logs and error messages. */
export interface Sensitive {
  /** Pointers into the request body. */
  readonly request?: readonly Pointer[];
  /** Pointers into the success bodies. */
  readonly response?: readonly Pointer[];
}

/** `x-sensitive`: what of an operation must not show up in logs and error messages. */
export const sensitiveKey: VocabularyKey = {
  extension: "x-sensitive",
  use: {
    description: "What must not show up in logs and error messages; an array stands for all of its items.",
    type: "object",
    minProperties: 1,
    additionalProperties: false,
    properties: {
      request: {
        description: "Members of the request body.",
        type: "array",
        minItems: 1,
        uniqueItems: true,
        items: pointer,
      },
      response: {
        description: "Members of the success bodies.",
        type: "array",
        minItems: 1,
        uniqueItems: true,
        items: pointer,
      },
    },
  },
};
