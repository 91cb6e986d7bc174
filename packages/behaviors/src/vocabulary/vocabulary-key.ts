import type { JsonSchema } from "./json-schema.ts";

/** One key of the vocabulary: what an operation may say, and what the root block may define for it. */
export interface VocabularyKey {
  /** The extension as it stands on an operation. */
  readonly extension: `x-${string}`;
  /** What the operation's value must be, before references are followed. */
  readonly use: JsonSchema;
  /** The named definitions in `x-behaviors` that the operation's value refers to; absent for a key without definitions. */
  readonly definitions?: {
    /** Name of the block in `x-behaviors`. */
    readonly block: string;
    /** What a definition may be called. @default camelCase */
    readonly name?: JsonSchema;
    /**
     * Member of the operation's value that names the definition. Beside `use` stand members that override those of the
     * definition; beside any other, members of the operation's own. @default use
     */
    readonly by?: string;
    /** What one definition must be, as written. */
    readonly written: JsonSchema;
    /** What a definition must be once an operation's overrides are merged in; absent where that is the written form. */
    readonly merged?: JsonSchema;
  };
}
