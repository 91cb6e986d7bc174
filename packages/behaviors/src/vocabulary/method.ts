import type { VocabularyKey } from "./vocabulary-key.ts";

/** `x-method`: the client's method for an operation, in the group that its tag names. */
export const methodKey: VocabularyKey = {
  extension: "x-method",
  use: {
    description: "The client's method in the group that the operation's tag names; unique there.",
    type: "string",
    pattern: "^[a-z][A-Za-z0-9]{1,39}$",
  },
};
