import {
  dereference,
  type OpenApiDocument,
  type OperationObject,
  type ParameterObject,
  type PathItem,
  type Reference,
  type SchemaObject,
} from "./document.ts";
import { DocumentError } from "./document-error.ts";

/** A parameter that a call sends. */
export interface Parameter {
  readonly name: string;
  readonly in: ParameterPlace;
  readonly required: boolean;
  readonly type: ParameterType;
  /** Stated only where it differs from the default of the place. */
  readonly style?: string;
  /** Stated only where it differs from the default of the style. */
  readonly explode?: boolean;
}

/** Where a parameter stands in the request. */
export type ParameterPlace = "path" | "query" | "header";

/**
 * What a value has to be to be written into a URL or a header; where the schema allows several types `scalar` if none of
 * them is an array or an object, else `any`.
 */
export type ParameterType = "string" | "integer" | "number" | "boolean" | "scalar" | "array" | "object" | "any";

const STYLES = {
  path: ["simple"],
  header: ["simple"],
  query: ["form", "spaceDelimited", "pipeDelimited", "deepObject"],
} as const satisfies Record<ParameterPlace, readonly string[]>;
/** OpenAPI says that these header parameters are ignored. */
const IGNORED_HEADERS = ["accept", "content-type", "authorization"];
const SCALARS: readonly string[] = ["string", "integer", "number", "boolean"];
const TYPES: readonly string[] = [...SCALARS, "array", "object"];

/**
 * The parameters of an operation, those of its path first; an operation's own one replaces the path's of the same name
 * and place.
 * @throws {DocumentError} Two places share a name, or a parameter can't be sent.
 */
export function readParameters(document: OpenApiDocument, item: PathItem, operation: OperationObject): Parameter[] {
  const declared = new Map<string, ParameterObject>();
  for (const entry of [...(item.parameters ?? []), ...(operation.parameters ?? [])]) {
    const parameter = dereference(document, entry);
    declared.set(`${parameter.in} ${parameter.name}`, parameter);
  }
  const names = new Set(["body"]);
  return [...declared.values()].map((parameter) => {
    const { name } = parameter;
    if (names.has(name))
      throw new DocumentError(`parameter ${name}: the name is taken; inputs are flat, and \`body\` is the body`);
    names.add(name);
    return readParameter(document, parameter);
  });
}

function readParameter(document: OpenApiDocument, parameter: ParameterObject): Parameter {
  const { name, schema, explode } = parameter;
  const refuse = (reason: string): never => {
    throw new DocumentError(`parameter ${name}: ${reason}`);
  };
  const place = parameter.in;
  if (!isPlace(place)) return refuse(`in ${place} is not supported; only path, query and header are`);
  if (place === "header" && IGNORED_HEADERS.includes(name.toLowerCase()))
    refuse("OpenAPI ignores this header; leave it out");
  if (schema === undefined) return refuse("has no `schema`");
  if (parameter.allowReserved === true) refuse("`allowReserved` is not supported");

  const styles: readonly string[] = STYLES[place];
  const style = parameter.style ?? styles[0] ?? "";
  if (!styles.includes(style)) refuse(`style ${style} is not supported in ${place}; use ${styles.join(", ")}`);
  const explodes = explode !== undefined && style !== "deepObject" && explode !== (style === "form");
  return {
    name,
    in: place,
    required: parameter.required === true || place === "path",
    type: typeOf(document, schema),
    ...(style === styles[0] ? {} : { style }),
    ...(explodes ? { explode } : {}),
  };
}

function typeOf(document: OpenApiDocument, schema: SchemaObject | Reference): ParameterType {
  const types = new Set(typesOf(document, schema));
  types.delete("null");
  if (types.has("number")) types.delete("integer");
  const [type, ...others] = types;
  if (type !== undefined && others.length === 0 && isType(type)) return type;
  return [...types].every((one) => SCALARS.includes(one)) ? "scalar" : "any";
}

/** The JSON types that a schema allows; `any` stands for those of a schema that does not say. */
function typesOf(document: OpenApiDocument, schemaOrReference: SchemaObject | Reference): readonly string[] {
  const schema = dereference(document, schemaOrReference);
  const { type, enum: values, allOf, anyOf, oneOf } = schema;
  if (type !== undefined) return [type].flat();
  if ("const" in schema) return [jsonType(schema.const)];
  if (values !== undefined) return values.map(jsonType);
  const parts = (anyOf ?? oneOf ?? allOf ?? []).flatMap((part) => typesOf(document, part));
  const types = allOf === undefined ? parts : parts.filter((part) => part !== "any");
  return types.length === 0 ? ["any"] : types;
}

function jsonType(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return Number.isInteger(value) ? "integer" : typeof value;
}

function isPlace(place: string): place is ParameterPlace {
  return place in STYLES;
}

function isType(type: string): type is ParameterType {
  return TYPES.includes(type);
}
