import type { OperationRow } from "@fairlead/runtime";
import type { ClientRows } from "../laws/client/client-subject.ts";
import type { LawContext } from "../laws/law-context.ts";

/** The part of a row that a mutant changes. */
export type Aspect = "rate class" | "pages" | "job" | "repeats" | "redirects";

/** A client with one wrong statement in its rows. */
export interface RowMutant {
  readonly aspect: Aspect;
  /** What the statement is of: a rate class, a job or an operation. */
  readonly subject: string;
  /** What is wrong, such as `quota 5 -> 6`. */
  readonly what: string;
  readonly rows: ClientRows;
  /** The operations whose rows differ, in the order of the document. */
  readonly operations: readonly string[];
}

/** What mutants are made of. */
export interface MutantSource {
  readonly rows: ClientRows;
  /** The declarations, which tell what stands beside a pointer and which operations there are. */
  readonly context: LawContext;
  /** How many of the pointers beside a pointer are tried in its place. @default all */
  readonly siblings?: number;
}

/** A copy of rows in which some are changed. */
export function changeRows(
  rows: ClientRows,
  ids: readonly string[],
  change: (row: OperationRow) => OperationRow,
): ClientRows {
  const changed = Object.entries(rows).map(([id, row]) => [id, ids.includes(id) ? change(row) : row] as const);
  return Object.fromEntries(changed);
}

/**
 * A copy of a row with another value at a path of members; `undefined` takes the last one out. The result may be what no
 * row can be, as wrong rows are.
 */
export function changeMember(row: OperationRow, path: readonly string[], value: unknown): OperationRow {
  const change = (node: unknown, [name, ...rest]: readonly string[]): unknown => {
    if (name === undefined) return value;
    const { [name]: old, ...others } = Object(node) as Record<string, unknown>;
    const next = change(old, rest);
    return next === undefined ? others : { ...others, [name]: next };
  };
  return change(row, path) as OperationRow;
}

/** A value as the name of a mutant shows it. */
export function show(value: unknown): string {
  return value === undefined ? "nothing" : typeof value === "string" ? value : JSON.stringify(value);
}
