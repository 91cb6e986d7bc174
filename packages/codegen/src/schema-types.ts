import openapiTS, { astToString, type OpenAPI3 } from "openapi-typescript";
import ts from "typescript"; // 5.9, on purpose: openapi-typescript needs the compiler API in JavaScript
import {
  dereference,
  isObject,
  type OpenApiDocument,
  type ParameterObject,
  type SchemaObject,
} from "./document/document.ts";
import { DocumentError } from "./document/document-error.ts";
import { openEnum } from "./open-enum.ts";

/**
 * The types of all paths, operations and components, by openapi-typescript. Binary text becomes `Blob`, an open enum
 * keeps its known values, a default makes no property required, and the defaults and limits of parameters join their descriptions.
 * @throws {DocumentError} openapi-typescript refuses the document.
 */
export async function schemaTypes(document: OpenApiDocument): Promise<string> {
  const described = structuredClone(document);
  for (const parameter of parametersOf(described)) describeLimits(described, parameter);
  const blob = ts.factory.createTypeReferenceNode("Blob");
  try {
    const nodes = await openapiTS(described as object as OpenAPI3, {
      defaultNonNullable: false,
      silent: true,
      transform(schema) {
        const isBytes = "contentMediaType" in schema && schema.contentMediaType === "application/octet-stream";
        return isBytes || schema.format === "binary" ? blob : openEnum(schema);
      },
    });
    return astToString(nodes);
  } catch (cause) {
    throw new DocumentError(`types: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

/** Every place where the document writes a parameter out: components, paths and operations. */
function* parametersOf(document: OpenApiDocument): Generator<ParameterObject> {
  const lists = [Object.values(document.components?.parameters ?? {})];
  for (const item of Object.values(document.paths)) {
    for (const holder of [item, ...Object.values(item)]) {
      if (isObject(holder) && Array.isArray(holder.parameters)) lists.push(holder.parameters);
    }
  }
  for (const entry of lists.flat()) if (isObject(entry) && "in" in entry) yield entry as object as ParameterObject;
}

const LIMITS = {
  default: "default",
  minimum: "at least",
  exclusiveMinimum: "more than",
  maximum: "at most",
  exclusiveMaximum: "less than",
  minLength: "length at least",
  maxLength: "length at most",
  minItems: "items at least",
  maxItems: "items at most",
};

/** openapi-typescript writes limits at the properties of a schema, but not at parameters. */
function describeLimits(document: OpenApiDocument, parameter: ParameterObject): void {
  const schema: SchemaObject = parameter.schema === undefined ? {} : dereference(document, parameter.schema);
  const facts = Object.entries(LIMITS)
    .filter(([keyword]) => schema[keyword] !== undefined)
    .map(([keyword, words]) => `${words} ${JSON.stringify(schema[keyword])}`);
  if (facts.length === 0) return;
  Object.assign(parameter, {
    description: `${parameter.description?.trimEnd() ?? ""} (${facts.join(", ")})`.trimStart(),
  });
}
