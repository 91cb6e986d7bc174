import { isRecord } from "./is-record.ts";

/** A reference to a definition as an operation writes it, taken apart. */
export interface Reference {
  readonly name: string;
  /** The members that stand beside `use`. */
  readonly overrides: Readonly<Record<string, unknown>>;
}

/**
 * Takes a reference apart: a name, or `{ use: name, ...overrides }`. Anything else (`none`, a boolean) refers to nothing.
 * @param by - The member that holds the name; only beside `use` do the others override the definition.
 */
export function parseReference(value: unknown, by = "use"): Reference | undefined {
  if (by !== "use") {
    const name = isRecord(value) ? value[by] : undefined;
    return typeof name === "string" ? { name, overrides: {} } : undefined;
  }
  if (typeof value === "string") return value === "none" ? undefined : { name: value, overrides: {} };
  if (!isRecord(value) || typeof value.use !== "string") return undefined;
  const { use, ...overrides } = value;
  return { name: use, overrides };
}

/** A definition with a reference's overrides in place of its members; members are replaced whole, never merged deeper. */
export function merge(definition: unknown, { overrides }: Reference): Record<string, unknown> {
  return { ...(isRecord(definition) ? definition : {}), ...overrides };
}
