import type { StoredFile } from "../files/stored-file.ts";
import type { Schema } from "../tables/tables.ts";
import { coerce, typesOf } from "./coerce.ts";
import { propertyOf } from "./parameters.ts";
import type { SchemaLibrary } from "./schema-library.ts";

/** The fields of a form as they came, each with all its values in order. */
export interface FormFields {
  readonly [name: string]: readonly (string | StoredFile)[];
}

/**
 * The object that a form stands for under a schema: texts in their declared types, JSON where an object is declared,
 * several values as an array where one is declared; else the last value counts.
 */
export function readForm(fields: FormFields, schema: Schema, library: SchemaLibrary): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, values]) => {
      const declared = propertyOf(schema, name, library);
      if (!typesOf(declared, library).has("array")) return [name, readValue(values.at(-1) ?? "", declared, library)];
      const resolved = library.resolve(declared);
      const items = typeof resolved === "object" ? ((resolved.items as Schema | undefined) ?? true) : true;
      return [name, values.map((value) => readValue(value, items, library))];
    }),
  );
}

function readValue(value: string | StoredFile, schema: Schema, library: SchemaLibrary): unknown {
  if (typeof value !== "string") return value;
  if (!typesOf(schema, library).has("object")) return coerce(value, schema, library);
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value; // validation says what is wrong with it
  }
}

/** The same object with a text in place of each file, because JSON Schema knows `format: binary` as a string. */
export function withoutFiles(form: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const plain = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(plain)
      : typeof value === "object" && value !== null && "sha256" in value
        ? "file"
        : value;
  return Object.fromEntries(Object.entries(form).map(([name, value]) => [name, plain(value)]));
}
