/**
 * The value of a field whose text holds JSON, parsed. A text that is no JSON object or list is left as it came, so look
 * at its type before reading a member.
 */
export type JsonText = { readonly [name: string]: unknown } | string;

/**
 * Conditions on the rows of a list, or the JSON of them. Names of members are those of the node or of the database
 * column, and go deeper with a dot: `status`, `attrib.fps`, `data.shotgridId`. Without conditions nothing is filtered.
 */
export type QueryFilter =
  | string
  | {
      /**
       * Whether all conditions must hold, or one of them.
       * @default "and"
       */
      readonly operator?: "and" | "or" | undefined;
      /** Conditions, and groups of them. */
      readonly conditions: readonly (QueryCondition | Exclude<QueryFilter, string>)[];
    };

/** One condition on a row. */
export interface QueryCondition {
  /** What to look at. Attributes of folders and tasks count with what they inherit. */
  readonly key: string;
  /**
   * How to compare. `like` takes `%` for any text and ignores case; `in` and `notin` take a list; `isnull` and `notnull`
   * take no value; the last six look into a list: `includes` and `excludes` for one value, the others for several.
   * @default "eq"
   */
  readonly operator?: QueryOperator | undefined;
  /** What to compare with. */
  readonly value?: unknown;
}

/** How a {@link QueryCondition} compares. */
export type QueryOperator =
  | ("eq" | "ne" | "lt" | "gt" | "lte" | "gte" | "like" | "in" | "notin" | "isnull" | "notnull")
  | ("includes" | "excludes" | "includesany" | "includesall" | "excludesany" | "excludesall");
