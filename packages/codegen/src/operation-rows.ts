import { type BehaviorRow, behaviorRow } from "./behavior-rows.ts";
import { errorClass, operationComment } from "./doc-comments.ts";
import { DEFAULT_MEDIA_TYPES } from "./document/media.ts";
import type { Operation } from "./document/operations.ts";
import type { Parameter } from "./document/parameters.ts";
import { failures, successes } from "./document/responses.ts";
import { type Literal, literal, Name } from "./literal.ts";
import { operationTypes, typeName } from "./operation-types.ts";
import { otherStatusTypes } from "./other-statuses.ts";
import { SharedConstants } from "./shared-constants.ts";

/** The types of the runtime that a generated file may need. */
const RUNTIME_TYPES =
  "AllOptions BinaryBody CallOptions Core Failure JobRow ListResult NoAnswer Page PagesOptions PaginationRow RateClassRow Success".split(
    " ",
  );

/** `operations.ts`: the types and the row of each operation, after the behaviours that rows share. */
export function operationRows(operations: readonly Operation[]): string {
  const constants = new SharedConstants(operations);
  const blocks = operations.map((operation) =>
    operationBlock(operation, constants.share(operation, behaviorRow(operation))),
  );
  const body = [...constants.declarations(), ...otherStatusTypes(operations), ...blocks].join("\n");
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
      parameters.length === 0
        ? undefined
        : Object.fromEntries(parameters.map((one) => [one.name, paramRow(path, one)])),
    body: body && {
      write: new Name(`${body.kind}Body`),
      mediaType: body.mediaType === DEFAULT_MEDIA_TYPES[body.kind] ? undefined : body.mediaType,
      required: body.required || undefined,
    },
    parse: new Name(kind === undefined ? "asNothing" : (PARSERS[kind] ?? "asBlob")),
    errors: errorClasses(operation),
    ...behaviors,
  };
  const maker = behaviors.pagination === undefined ? "operation" : "listOperation";
  const declaration = `export const ${id}: ${typeName(operation, "Function")} = /*#__PURE__*/ ${maker}(${literal(row)});`;
  return `${operationTypes(operation)}\n${operationComment(operation)}${declaration}\n`;
}

/** The runtime's parser of each kind of success body; bytes are the rest. */
const PARSERS: { readonly [kind: string]: string } = { json: "asJson", text: "asText" };

/** The class of each declared status that has one of its own; the runtime knows the others without being told. */
function errorClasses({ answers, behaviors }: Operation): Literal | undefined {
  const classes = failures(answers).flatMap(({ status }): [string, Name][] => {
    const name = errorClass(status, behaviors.rateLimit?.onExceed.status);
    return GENERAL_CLASSES.includes(name) ? [] : [[`${status}`, new Name(name)]];
  });
  return classes.length === 0 ? undefined : Object.fromEntries(classes);
}

/** Classes that any call may throw, and that therefore no row has to name. */
const GENERAL_CLASSES = ["ApiError", "RateLimitError", "ServerError", "UnexpectedStatusError"];

/** The runtime's place of each kind of parameter. */
const PLACES = { path: "inPath", query: "inQuery", header: "inHeader" };

function paramRow(path: string, { name, in: place, type, required, style, explode }: Parameter): Literal {
  const write = /^(array|object|any)$/.test(type) ? new Name("structuredValue") : undefined;
  // Values that share a segment may make a dot segment together, which takes one check more.
  const isShared = place === "path" && !path.split("/").includes(`{${name}}`);
  const code = new Name(isShared ? "inSegment" : PLACES[place]);
  return { in: code, type, required: required || undefined, style, explode, write };
}

/** The values of the runtime that a row may name, besides the error classes. */
const RUNTIME_VALUES =
  "anyHost asBlob asJson asNothing asText binaryBody byLastId byOffset formBody inHeader inPath inQuery inSegment jsonBody listOperation multipartBody operation structuredValue textBody xRateLimit".split(
    " ",
  );

/** Only what the file uses, so that no document gets an import for nothing. */
function imports(body: string): string {
  const code = body.replaceAll(/\/\*\*.*?\*\//gs, ""); // a comment may hold any word
  const types = RUNTIME_TYPES.filter((name) => new RegExp(`\\b${name}\\b`).test(code));
  const values = RUNTIME_VALUES.filter((name) => new RegExp(`\\b${name}\\b`).test(code));
  const errors = new Set([...code.matchAll(/\b\d{3}: (\w+Error)\b/g)].map(([, name]) => name));
  const names = [...types.map((name) => `type ${name}`), ...[...errors].sort(), ...values];
  return `import {\n${names.map((name) => `  ${name},\n`).join("")}} from "@fairlead/runtime";\nimport type { operations } from "./schema.ts";\n`;
}
