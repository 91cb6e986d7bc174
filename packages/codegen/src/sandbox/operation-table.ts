import type { Behaviors } from "@fairlead/behaviors";
import type { OperationTable, PaginationTable, ParameterTable } from "@fairlead/sandbox/tables";
import {
  dereference,
  isObject,
  type OpenApiDocument,
  type OperationObject,
  type ParameterObject,
  type PathItem,
} from "../document/document.ts";
import type { Operation } from "../document/operations.ts";
import { neededScopes } from "./auth-tables.ts";
import { plainSchema } from "./plain-schema.ts";
import { resourceUse } from "./resource-tables.ts";
import { responseNames } from "./response-tables.ts";

/** One operation as the sandbox reads it. */
export function operationTable(document: OpenApiDocument, behaviors: Behaviors, operation: Operation): OperationTable {
  const { id, method, path, source } = operation;
  const { rateLimit, job, resource, sensitive } = operation.behaviors;
  const item = dereference(document, document.paths[path] as PathItem);
  const pagination = paginationTable(behaviors, operation);
  const body = source.requestBody && dereference(document, source.requestBody);
  const key = source["x-idempotent"];
  return {
    id,
    method,
    path,
    parameters: parameterTables(document, item, source),
    ...(body && {
      body: {
        required: body.required === true,
        content: Object.fromEntries(
          Object.entries(body.content).map(([mediaType, { schema }]) => [mediaType, { schema: plainSchema(schema) }]),
        ),
      },
    }),
    responses: responseNames(operation),
    security: neededScopes(document, behaviors, operation),
    ...(rateLimit && { rateLimit: rateLimit.name }),
    ...(pagination && { pagination }),
    ...(job && { job: job.name }),
    ...(resource && { resource: resourceUse(resource, operation, pagination) }),
    ...(typeof key === "string" && { idempotency: key }),
    ...(sensitive && { sensitive }),
  };
}

/** The parameters of an operation, those of its path first; an operation's own one replaces the path's. */
function parameterTables(document: OpenApiDocument, item: PathItem, source: OperationObject): ParameterTable[] {
  const declared = new Map<string, ParameterObject>();
  for (const entry of [...(item.parameters ?? []), ...(source.parameters ?? [])]) {
    const parameter = dereference(document, entry);
    declared.set(`${parameter.in} ${parameter.name}`, parameter);
  }
  return [...declared.values()].map(({ name, in: place, required, schema, style, explode }) => {
    const stated = style ?? (place === "query" ? "form" : "simple");
    return {
      name,
      in: place as ParameterTable["in"],
      required: required === true || place === "path",
      schema: plainSchema(schema),
      style: stated,
      explode: explode ?? stated === "form",
    };
  });
}

/** Items of a page where no document says how many: enough for a reader, few enough that a test sees two pages. */
const PAGE = { default: 20, max: 100 };
/** The same where pages have numbers: without a size such a server gives all. */
const EVERYTHING = { default: Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER };

/** Where an operation overrides the size and leaves a number open, it is that of the definition. */
function paginationTable(
  behaviors: Behaviors,
  { behaviors: { pagination }, source }: Operation,
): PaginationTable | undefined {
  if (pagination === undefined) return undefined;
  const use = source["x-pagination"];
  const defined = behaviors.pagination?.[isObject(use) ? String(use.use) : String(use)];
  const { size, ...rest } = pagination;
  const open = pagination.style === "page" ? EVERYTHING : PAGE;
  return { ...rest, ...(size && { size: { ...open, ...defined?.size, ...size } }) };
}
