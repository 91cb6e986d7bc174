import { type BehaviorRow, behaviorRow } from "./behavior-rows.ts";
import { operationComment } from "./doc-comments.ts";
import { DEFAULT_MEDIA_TYPES } from "./document/media.ts";
import type { Operation } from "./document/operations.ts";
import type { Parameter } from "./document/parameters.ts";
import { successes } from "./document/responses.ts";
import { type Literal, literal, Name } from "./literal.ts";
import { operationTypes, typeName } from "./operation-types.ts";
import { SharedConstants } from "./shared-constants.ts";

/** The types of the runtime that a generated file may need. */
const RUNTIME_TYPES =
  "BinaryBody CallOptions Core Failure JobRow NoAnswer OtherStatus PaginationRow RateClassRow Success".split(" ");

/** `operations.ts`: the types and the row of each operation, after the behaviours that rows share. */
export function operationRows(operations: readonly Operation[]): string {
  const constants = new SharedConstants(operations);
  const blocks = operations.map((operation) =>
    operationBlock(operation, constants.share(operation, behaviorRow(operation))),
  );
  const body = [...constants.declarations(), ...blocks].join("\n");
  return `${imports(body)}\n${body}`;
}

function operationBlock(operation: Operation, behaviors: BehaviorRow): string {
  const { id, method, path, parameters, body, answers } = operation;
  const kind = successes(answers).find(({ media }) => media !== undefined)?.media?.kind;
  const row: Literal = {
    id,
    method,
    path,
    params:
      parameters.length === 0 ? undefined : Object.fromEntries(parameters.map((one) => [one.name, paramRow(one)])),
    body: body && {
      write: new Name(`${body.kind}Body`),
      mediaType: body.mediaType === DEFAULT_MEDIA_TYPES[body.kind] ? undefined : body.mediaType,
      required: body.required || undefined,
    },
    parse: kind === undefined ? "none" : kind === "json" || kind === "text" ? kind : "binary",
    ...behaviors,
  };
  const declaration = `export const ${id}: ${typeName(operation, "Function")} = /*#__PURE__*/ operation(${literal(row)});`;
  return `${operationTypes(operation)}\n${operationComment(operation)}${declaration}\n`;
}

function paramRow({ in: place, type, required, style, explode }: Parameter): Literal {
  const write = /^(array|object|any)$/.test(type) ? new Name("structuredValue") : undefined;
  return { in: place, type, required: required || undefined, style, explode, write };
}

/** The functions of the runtime that a row may name. */
const RUNTIME_FUNCTIONS = "binaryBody formBody jsonBody multipartBody operation structuredValue textBody".split(" ");

/** Only what the file uses, so that no document gets an import for nothing. */
function imports(body: string): string {
  const types = RUNTIME_TYPES.filter((name) => new RegExp(`\\b${name}\\b`).test(body));
  const functions = RUNTIME_FUNCTIONS.filter((name) => new RegExp(`\\b${name}\\b`).test(body));
  const names = [...types.map((name) => `type ${name}`), ...functions];
  return `import {\n${names.map((name) => `  ${name},\n`).join("")}} from "@fairlead/runtime";\nimport type { operations } from "./schema.ts";\n`;
}
