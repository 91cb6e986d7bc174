import { type JsonSchema, when } from "./json-schema.ts";
import type { VocabularyKey } from "./vocabulary-key.ts";

/** How we know a fact. */
export interface Evidence {
  /** The vendor says so, a real client depends on it, or nobody could check it. */
  readonly kind: "documented" | "client" | "assumed";
  /** Page where it stands; in a bundle always there when `kind` is `documented`. */
  readonly source?: string;
  /** Day of the last look, as YYYY-MM-DD; absent only when `kind` is `assumed`. */
  readonly checked?: string;
  /** What a reader should know besides. */
  readonly note?: string;
}

const written: JsonSchema = {
  description: "How we know what is declared here.",
  type: "object",
  required: ["kind"],
  additionalProperties: false,
  properties: {
    kind: {
      description:
        "`documented`: the vendor says so. `client`: a real client depends on it. `assumed`: nobody could check it; shown as such in the docs.",
      enum: ["documented", "client", "assumed"],
    },
    source: {
      description: "Page where it stands. On an operation, `documented` takes it from `externalDocs`.",
      type: "string",
      pattern: "^https://\\S+$",
    },
    checked: {
      description: "Day of the last look, as YYYY-MM-DD; after 365 days lint warns.",
      type: "string",
      pattern: "^\\d{4}-\\d{2}-\\d{2}$",
    },
    note: { description: "What a reader should know besides, in our own words.", type: "string", minLength: 10 },
  },
};

const checkedUnlessAssumed = when(kindIn("documented", "client"), { required: ["checked"] });

function kindIn(...kinds: Evidence["kind"][]): JsonSchema {
  return { properties: { kind: { enum: kinds } } };
}

/** Schema of the evidence among the defaults: its source comes from each operation's `externalDocs`. */
export const defaultEvidence: JsonSchema = { ...written, allOf: [checkedUnlessAssumed] };

/** Schema of {@link Evidence} on an operation (after expansion) and on a definition. */
export const evidence: JsonSchema = {
  ...written,
  allOf: [
    checkedUnlessAssumed,
    when(kindIn("documented"), { required: ["source"] }),
    when(kindIn("client"), { anyOf: [{ required: ["source"] }, { required: ["note"] }] }),
    when(kindIn("assumed"), { required: ["note"] }),
  ],
};

/** `x-evidence`: how we know that the operation is as described. */
export const evidenceKey: VocabularyKey = { extension: "x-evidence", use: evidence };
