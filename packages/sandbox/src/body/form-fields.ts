import type { StoredFile } from "../files/stored-file.ts";

/** The fields of a form by name, each with all its values in the order in which they came. */
export type FormFields = Record<string, (string | StoredFile)[]>;

/** Gathers name and value pairs. */
export function toFields(pairs: Iterable<readonly [name: string, value: string | StoredFile]>): FormFields {
  const fields = new Map<string, (string | StoredFile)[]>();
  for (const [name, value] of pairs) {
    const values = fields.get(name);
    if (values === undefined) fields.set(name, [value]);
    else values.push(value);
  }
  return Object.fromEntries(fields); // not by assignment, which would trip over a field named __proto__
}
