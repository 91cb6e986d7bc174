import { type BehaviorRow, behaviorRow } from "./behavior-rows.ts";
import { errorClass, operationComment } from "./doc-comments.ts";
import type { JobWatch } from "./document/job-watch.ts";
import { DEFAULT_MEDIA_TYPES } from "./document/media.ts";
import type { Operation } from "./document/operations.ts";
import type { Parameter } from "./document/parameters.ts";
import { failures, successes } from "./document/responses.ts";
import { type Literal, literal, Name } from "./literal.ts";
import { isFile, operationTypes, streamKind } from "./operation-types.ts";
import { otherStatusTypes } from "./other-statuses.ts";
import { runtimeImports } from "./runtime-imports.ts";
import { SharedConstants } from "./shared-constants.ts";
import { typeName } from "./type-name.ts";

/** `operations.ts`: the types and the row of each operation, after the behaviours that rows share. */
export function operationRows(operations: readonly Operation[]): string {
  const constants = new SharedConstants(operations);
  const blocks = operations.map((operation) => {
    const { row, wrap } = constants.share(operation, behaviorRow(operation));
    return operationBlock(operation, row, wrap);
  });
  const body = [...constants.declarations(), ...otherStatusTypes(operations), ...blocks].join("\n");
  const schema = ["components", "operations"].filter((name) => body.includes(`${name}["`));
  return `${runtimeImports(body)}import type { ${schema.join(", ")} } from "./schema.ts";\n\n${body}`;
}

/** @param wrap - Function of the generated file that adds what rows share but for their ids. */
function operationBlock(operation: Operation, behaviors: BehaviorRow, wrap: Name | undefined): string {
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
  const code = operation.watch && literal(jobCode(operation.watch));
  const whole = wrap ? `/*#__PURE__*/ ${wrap.text}(${literal(row)})` : literal(row);
  const call = `${makerOf(operation)}(${whole}${code ? `, ${code}` : ""})`;
  const declaration = `export const ${id}: ${typeName(operation, "Function")} = /*#__PURE__*/ ${call};`;
  return `${operationTypes(operation)}\n${operationComment(operation)}${declaration}\n`;
}

/** The function of the runtime that makes the operation, with the forms that its kind has. */
function makerOf(operation: Operation): string {
  if (operation.watch) return "jobOperation";
  if (operation.behaviors.pagination) return "listOperation";
  const stream = streamKind(operation);
  if (stream) return stream === "whole" ? "streamOperation" : "streamableOperation";
  return isFile(operation) ? "fileOperation" : "operation";
}

/** What a job needs besides its row, which operations share: a function, because the constant may stand further down. */
function jobCode({ started, status, shared }: JobWatch): Literal {
  const place = { shared: shared.length === 0 ? undefined : [...shared] };
  if (!started) return place;
  const { result, resultKind } = started;
  return {
    status: new Name(`() => ${status.id}`),
    ...place,
    result: result && [...result],
    as: resultKind === "file" ? new Name("fileResult") : undefined,
  };
}

/** The runtime's parser of each kind of success body; bytes are the rest. */
const PARSERS: { readonly [kind: string]: string } = { json: "asJson", lines: "asLines", text: "asText" };

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

function paramRow(path: string, parameter: Parameter): Literal {
  const { name, in: place, type, required, style, explode } = parameter;
  const writer = writerOf(parameter);
  // Values that share a segment may make a dot segment together, which takes one check more.
  const isShared = place === "path" && !path.split("/").includes(`{${name}}`);
  const code = new Name(isShared ? "inSegment" : PLACES[place]);
  const write = writer && new Name(writer);
  return { in: code, type: type === "scalar" ? "any" : type, required: required || undefined, style, explode, write };
}

/** The runtime's writer of a parameter; a plain type needs none. The one for all styles weighs most. */
function writerOf({ in: place, type, style }: Parameter): string | undefined {
  if (type === "scalar") return "scalarValue";
  if (type === "array" && place === "query" && style === undefined) return "listValue";
  return type === "array" || type === "object" || type === "any" ? "structuredValue" : undefined;
}
