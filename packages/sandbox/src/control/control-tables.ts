import { Routes } from "../routing/routes.ts";
import type { OperationTable, ParameterTable, Schema } from "../tables/tables.ts";
import { SchemaLibrary } from "../validation/schema-library.ts";
import type { ControlOperation, ControlParameter } from "./control-document.ts";
import { controlDocument } from "./document.ts";

/** The control plane's own document in the form that the engine's parts work with. */
export interface ControlTables {
  readonly routes: Routes;
  readonly library: SchemaLibrary;
}

let made: ControlTables | undefined;

/** The tables, made when the first control request comes. */
export function controlTables(): ControlTables {
  made ??= {
    routes: new Routes(operations()),
    library: new SchemaLibrary({
      format: 1,
      title: controlDocument.info.title,
      version: controlDocument.info.version,
      operations: [],
      responses: {},
      schemas: controlDocument.components.schemas,
      rateLimits: {},
      jobs: {},
      resources: {},
      idempotency: {},
      auth: {},
      errors: { response: "", message: "" },
      static: {},
    }),
  };
  return made;
}

function operations(): readonly OperationTable[] {
  return Object.entries(controlDocument.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => toTable(path, method.toUpperCase(), operation)),
  );
}

function toTable(path: string, method: string, operation: ControlOperation): OperationTable {
  const { operationId, parameters = [], requestBody } = operation;
  return {
    id: operationId,
    method,
    path,
    parameters: parameters.map(toParameter),
    ...(requestBody && { body: { required: requestBody.required ?? false, content: requestBody.content } }),
    responses: {},
    security: [],
  };
}

function toParameter(given: ControlParameter | { readonly $ref: string }): ParameterTable {
  const { name, in: place, required, schema } = resolve(given);
  const style = place === "query" ? "form" : "simple";
  return {
    name,
    in: place as ParameterTable["in"],
    required: required ?? false,
    schema,
    style,
    explode: place === "query",
  };
}

function resolve(given: ControlParameter | { readonly $ref: string }): ControlParameter {
  if (!("$ref" in given)) return given as ControlParameter;
  const { $ref } = given as { readonly $ref: string };
  const found = controlDocument.components.parameters[$ref.slice($ref.lastIndexOf("/") + 1)];
  if (found === undefined) throw new RangeError(`The control plane's document has no ${$ref}`);
  return found;
}

/** The schema of a value inside a JSON body, as far as properties and items lead to it; undefined otherwise. */
export function schemaAt(schema: Schema, pointer: readonly string[], library: SchemaLibrary): Schema | undefined {
  const resolved = library.resolve(schema);
  const [part, ...rest] = pointer;
  if (part === undefined) return resolved;
  if (typeof resolved === "boolean") return undefined;
  const properties = resolved.properties as Readonly<Record<string, Schema>> | undefined;
  const next =
    properties && Object.hasOwn(properties, part) ? properties[part] : (resolved.items as Schema | undefined);
  return next === undefined ? undefined : schemaAt(next, rest, library);
}
