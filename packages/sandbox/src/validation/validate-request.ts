import type { OperationTable } from "../tables/tables.ts";
import type { ParameterValues } from "./parameters.ts";
import type { SchemaLibrary } from "./schema-library.ts";
import { describeErrors } from "./violations.ts";

/** What a request breaks in its declared parameters; empty when nothing. */
export function parameterViolations(
  operation: OperationTable,
  values: ParameterValues,
  library: SchemaLibrary,
): string[] {
  return operation.parameters.flatMap(({ name, in: place, required, schema }) => {
    const where = `${place} ${name}`;
    const value = values[place][name];
    if (value === undefined) return required ? [`${where} is missing`] : [];
    const validate = library.validator(schema);
    if (validate(value as unknown)) return [];
    const shown =
      typeof value === "string" ? ` (it is ${JSON.stringify(value.slice(0, 60))}${hint(place, value)})` : "";
    return describeErrors(where, validate.errors).map((text) => `${text}${place === "header" ? "" : shown}`);
  });
}

/** Routes are often written `:id`; a value that kept the colon is a common slip. */
function hint(place: string, value: string): string {
  return place === "path" && /^[:{<]/.test(value) ? `; send the bare value, without the ${value[0]} of the route` : "";
}
