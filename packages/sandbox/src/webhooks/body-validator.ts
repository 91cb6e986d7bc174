import type { ValidateFunction } from "ajv";
import type { Schema, Tables } from "../tables/tables.ts";
import { SchemaLibrary } from "../validation/schema-library.ts";

/** One library for each API, because all sessions send the same events. */
const libraries = new WeakMap<Tables, SchemaLibrary>();

/** The function that judges what is sent; compiled when the first event of its kind happens. */
export function bodyValidator(tables: Tables, schema: Schema): ValidateFunction {
  const library = libraries.get(tables) ?? new SchemaLibrary(tables);
  libraries.set(tables, library);
  return library.validator(schema);
}
