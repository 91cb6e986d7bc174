import type { VocabularyKey } from "./vocabulary-key.ts";

/** `x-redirect-hosts`: where an operation's redirects may lead. */
export const redirectHostsKey: VocabularyKey = {
  extension: "x-redirect-hosts",
  use: {
    description: "Hosts that redirects may lead to. Every hop is https, and a foreign host gets no credentials.",
    type: "array",
    minItems: 1,
    maxItems: 1,
    items: { description: "`any`: hosts that cannot be known beforehand, such as a storage URL.", enum: ["any"] },
  },
};
