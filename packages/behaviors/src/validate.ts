import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import type { JsonSchema } from "./vocabulary/json-schema.ts";

/** One way in which a value breaks a schema. */
export interface Violation {
  /** Where in the value, as keys from its root. */
  readonly path: readonly string[];
  /** What is wrong there, as the end of a sentence. */
  readonly message: string;
}

const ajv = new Ajv2020({ allErrors: true, verbose: true, strict: false });
const compiled = new WeakMap<JsonSchema, ValidateFunction>();

/** All ways in which a value breaks a schema of the vocabulary; of alternatives only the nearest one is judged. */
export function validate(schema: JsonSchema, value: unknown): Violation[] {
  const check = compiled.get(schema) ?? ajv.compile(schema);
  compiled.set(schema, check);
  if (check(value)) return [];
  return nearest(check.errors ?? []).map((error) => ({ path: pathOf(error), message: describe(error) }));
}

/** Drops what stands for a branch of `anyOf` that was not meant, so that one mistake is one violation. */
function nearest(errors: readonly ErrorObject[]): ErrorObject[] {
  const outer = errors
    .filter(({ keyword }) => keyword === "anyOf")
    .toSorted((a, b) => a.schemaPath.length - b.schemaPath.length)[0];
  if (outer === undefined) return errors.filter(({ keyword }) => keyword !== "propertyNames");
  const inside = errors.filter(({ schemaPath }) => schemaPath.startsWith(`${outer.schemaPath}/`));
  const branches = [...new Set(inside.map((error) => branchOf(error, outer)))].map((branch) =>
    inside.filter((error) => branchOf(error, outer) === branch),
  );
  const meant = branches
    .filter((branch) => !branch.some((error) => error.instancePath === outer.instancePath && isOtherKind(error)))
    .toSorted((a, b) => a.length - b.length)[0];
  const rest = errors.filter((error) => error !== outer && !inside.includes(error));
  return [...(meant === undefined ? [outer] : nearest(meant)), ...nearest(rest)];
}

function branchOf({ schemaPath }: ErrorObject, outer: ErrorObject): string {
  return schemaPath.slice(outer.schemaPath.length + 1).split("/")[0] ?? "";
}

function isOtherKind({ keyword }: ErrorObject): boolean {
  return ["type", "const", "enum", "not"].includes(keyword);
}

function describe({ keyword, params, parentSchema, propertyName, data, message }: ErrorObject): string {
  const { description: expected, properties = {} } = (parentSchema ?? {}) as JsonSchema;
  const subject = propertyName === undefined ? JSON.stringify(data) : `the name ${propertyName}`;
  switch (keyword) {
    case "required":
      return `lacks \`${String(params.missingProperty)}\``;
    case "additionalProperties":
      return `is no member that the vocabulary knows here; known are ${Object.keys(properties).join(", ")}`;
    case "enum":
      return `is ${subject}, but must be one of ${JSON.stringify(params.allowedValues)}`;
    case "const":
      return `is ${subject}, but must be ${JSON.stringify(params.allowedValue)}`;
    default:
      return `is ${subject}, but ${message ?? "breaks its schema"}${expected === undefined ? "" : `. Expected: ${expected}`}`;
  }
}

function pathOf({ instancePath, keyword, params, propertyName }: ErrorObject): string[] {
  const keys = instancePath.split("/").slice(1);
  const extra = keyword === "additionalProperties" ? [String(params.additionalProperty)] : [propertyName ?? []].flat();
  return [...keys.map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~")), ...extra];
}
