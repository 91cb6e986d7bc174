import { type Behaviors, readBehaviors } from "@fairlead/behaviors";
import type { Tables } from "@fairlead/sandbox/tables";
import type { OpenApiDocument } from "../document/document.ts";
import { DocumentError } from "../document/document-error.ts";
import type { Operation } from "../document/operations.ts";
import { authTables } from "./auth-tables.ts";
import { jobTables } from "./job-tables.ts";
import { idempotencyTables, rateLimitTables } from "./limit-tables.ts";
import { operationTable } from "./operation-table.ts";
import { plainSchema } from "./plain-schema.ts";
import { resourceTables } from "./resource-tables.ts";
import { componentName, responseTables } from "./response-tables.ts";
import { webhooksTable } from "./webhooks-table.ts";

/**
 * `sandbox.json`: what the sandbox has to know of an API, everything resolved. The same document gives the same bytes.
 * @throws {DocumentError} The document's behaviours are missing, incomplete or contradict each other.
 */
export function sandboxTables(document: OpenApiDocument, operations: readonly Operation[]): string {
  return `${JSON.stringify(tablesOf(document, operations))}\n`;
}

function tablesOf(document: OpenApiDocument, operations: readonly Operation[]): Tables {
  const behaviors = readRoot(document);
  const { title = "", version = "" } = document.info ?? {};
  const webhooks = webhooksTable(document, behaviors);
  return {
    format: 1,
    title,
    version,
    operations: operations.map((operation) => operationTable(document, behaviors, operation)),
    responses: responseTables(document, operations),
    schemas: Object.fromEntries(
      Object.entries(document.components?.schemas ?? {}).map(([name, schema]) => [name, plainSchema(schema)]),
    ),
    rateLimits: rateLimitTables(behaviors),
    jobs: jobTables(behaviors, operations),
    resources: resourceTables(behaviors, operations),
    idempotency: idempotencyTables(behaviors),
    auth: authTables(document, behaviors),
    errors: errorsTable(document, behaviors, operations),
    ...(webhooks && { webhooks }),
    ...(behaviors.anyVersion && { anyVersion: true as const }),
    static: behaviors.static ?? {},
    hooks: behaviors.hooks ?? {},
  };
}

/** @throws {DocumentError} An example that is named does not exist. */
function errorsTable(
  document: OpenApiDocument,
  { errors: { response, ...errors } }: Behaviors,
  operations: readonly Operation[],
): Tables["errors"] {
  const name = componentName(response);
  const content = Object.values(responseTables(document, operations)[name]?.content ?? {});
  for (const { example } of [errors.unknownPath, errors.unknownMethod].filter((one) => one !== undefined)) {
    if (content.some(({ examples }) => Object.hasOwn(examples, example))) continue;
    throw new DocumentError(`x-behaviors.errors: ${name} has no example ${example}`);
  }
  return { response: name, ...errors };
}

function readRoot(document: OpenApiDocument): Behaviors {
  try {
    return readBehaviors(document);
  } catch (cause) {
    throw new DocumentError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}
