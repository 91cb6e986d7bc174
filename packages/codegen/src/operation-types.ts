import { comment } from "./doc-comments.ts";
import { DEFAULT_MEDIA_TYPES } from "./document/media.ts";
import type { Operation } from "./document/operations.ts";
import type { ParameterPlace } from "./document/parameters.ts";
import { type Answer, failures, successes } from "./document/responses.ts";
import { jobTypes } from "./job-types.ts";
import { memberType } from "./member-type.ts";
import { otherStatusName } from "./other-statuses.ts";
import { typeName } from "./type-name.ts";

const PLACES: readonly ParameterPlace[] = ["path", "query", "header"];

/**
 * The types of one operation, written out member by member. No generic type computes them, because the checker would
 * then pay for it at every call.
 */
export function operationTypes(operation: Operation): string {
  const { id, watch } = operation;
  const input = typeName(operation, "Input");
  const data = typeName(operation, "Data");
  const result = typeName(operation, "Result");
  const parameter = `input${isInputOptional(operation) ? "?" : ""}: ${input}`;
  const parameters = `${parameter}, options?: ${hasUpload(operation) ? "UploadOptions" : "CallOptions"}`;
  const full = successTypes(operation).join(" | ");
  const item = operation.items && typeName(operation, "Item");
  const lines = streamKind(operation);
  const line = lines && typeName(operation, "Line");
  const bare = item ? `ListResult<${data}, ${item}>` : lines === "whole" ? `StreamResult<${line}>` : `Promise<${data}>`;
  const forms = (head: string, wait: "Wait" | "WaitFunction"): string =>
    [
      ...(item ? [`  /** The first page, or throws; \`for await\` gives the items of all pages. */`] : []),
      ...(lines === "whole"
        ? [`  /** The lines, or throws; \`for await\` gives each as it comes, until the server or the loop ends. */`]
        : []),
      `  (${head}${parameters}): ${bare};`,
      `  /** The outcome as a value; never throws. */\n  safe(${head}${parameters}): Promise<${result}>;`,
      `  /** The data with status, headers and response; throws. */\n  full(${head}${parameters}): Promise<${full}>;`,
      ...(item ? listForms(head + parameters, data, item) : []),
      ...(isFile(operation) ? [fileForm(head + parameters)] : []),
      ...(lines === "beside"
        ? [
            `  /** The same as a stream of lines, for an input that asks for one: \`for await\` gives each as it comes. */\n  stream(${head}${parameters}): StreamResult<${line}>;`,
          ]
        : []),
      ...(watch
        ? [`  /** Waits for the job: progress, result, resuming. */\n  readonly wait: ${typeName(operation, wait)};`]
        : []),
    ].join("\n");
  return [
    `${comment(`Input of {@link ${id}}.`)}export type ${input} =${inputType(operation)};`,
    ...(line
      ? [`${comment(`One line of the stream that {@link ${id}} gives.`)}export type ${line} = ${lineType(operation)};`]
      : []),
    `${comment(`What {@link ${id}} gives.`)}export type ${data} = ${dataTypes(operation).join(" | ")};`,
    ...(item
      ? [
          `${comment(`One item of the list that {@link ${id}} gives.`)}export type ${item} = ${itemType(operation, data)};`,
        ]
      : []),
    `${comment(`What \`${id}.safe\` gives: told apart by \`ok\` and \`status\`.`)}export type ${result} =${resultTypes(operation)};`,
    ...(watch ? jobTypes(operation, watch, parameter) : []),
    `${comment(`\`${id}\` bound to a client.`)}export interface ${typeName(operation, "Method")} {\n${forms("", "Wait")}\n}`,
    `${comment(`\`${id}\` as a function of a core client.`)}export interface ${typeName(operation, "Function")} {\n${forms("core: Core, ", "WaitFunction")}\n}`,
  ].join("\n");
}

/** The forms that only a list has. */
function listForms(parameters: string, data: string, item: string): string[] {
  const withOptions = (type: string): string => parameters.replace("CallOptions", type);
  return [
    `  /** Each page when it is asked for, as large as it may be; \`from\` goes on after a page. */\n  pages(${withOptions("PagesOptions")}): AsyncIterable<Page<${data}, ${item}>>;`,
    `  /** The items of all pages; throws where there are more than \`max\`, 10,000 unless it is set. */\n  all(${withOptions("AllOptions")}): Promise<${item}[]>;`,
  ];
}

/** The form that only an operation has that gives a file. */
function fileForm(parameters: string): string {
  return `  /** The file when it is read: as a stream, in memory, or into a file; each reading asks anew. */\n  download(${parameters}): Download;`;
}

/** Whether an operation gives a file. */
export function isFile({ answers }: Operation): boolean {
  return successes(answers).some(({ media }) => /^(binary|multipart|form)$/.test(media?.kind ?? ""));
}

/**
 * Whether an operation gives a stream of JSON lines: as the `whole` of its answer, or `beside` one that is no stream. A
 * list or a job that could come as a stream too does not.
 */
export function streamKind({ answers, behaviors, watch }: Operation): "whole" | "beside" | undefined {
  if (watch || behaviors.pagination) return undefined;
  const lines = successes(answers).filter((answer) => answer.lines !== undefined);
  if (lines.length === 0) return undefined;
  return lines.some(({ media }) => media?.kind === "lines") ? "whole" : "beside";
}

/** The type of a line, of all successes that give lines. */
function lineType(operation: Operation): string {
  const types = successes(operation.answers).flatMap(({ status, lines }) =>
    lines === undefined ? [] : [contentType(operation, status, lines)],
  );
  return [...new Set(types)].join(" | ");
}

/** Whether a call sends a file. */
function hasUpload({ body }: Operation): boolean {
  return /^(binary|multipart)$/.test(body?.kind ?? "");
}

function itemType({ items = [] }: Operation, data: string): string {
  return `${memberType(data, items)}[number]`;
}

function isInputOptional({ parameters, body }: Operation): boolean {
  return body?.required !== true && parameters.every(({ required }) => !required);
}

function inputType(operation: Operation): string {
  const { id, parameters, body } = operation;
  const groups = PLACES.filter((place) => parameters.some((parameter) => parameter.in === place));
  const parts = groups.map((place) => `operations["${id}"]["parameters"]["${place}"]`);
  if (body !== undefined) parts.push(`{ body${body.required ? "" : "?"}: ${bodyType(operation)} }`);
  if (parts.length === 0) return " Record<string, never>";
  // A group without a required member is typed `| undefined`. Beside an object that falls away; alone it needs `& {}`,
  // which costs 1 instantiation where NonNullable costs 27.
  const mayBeUndefined = body === undefined && parameters.every(({ required }) => !required);
  if (mayBeUndefined) parts.push("{}");
  return parts.length === 1 ? ` ${parts[0]}` : parts.map((part) => `\n  & ${part}`).join("");
}

function bodyType({ id, body }: Operation): string {
  if (body?.kind === "binary") return "BinaryBody";
  if (body?.kind === "text") return "string";
  const requestBody = `operations["${id}"]["requestBody"]`;
  const content = body?.required ? requestBody : `(${requestBody} & {})`;
  const type = `${content}["content"][${JSON.stringify(body?.mediaType ?? DEFAULT_MEDIA_TYPES.json)}]`;
  if (body?.kind === "multipart") return `${type} | FormData`;
  return body?.kind === "form" ? `${type} | URLSearchParams` : type;
}

/** The types of the success bodies, each once. */
function dataTypes(operation: Operation): string[] {
  return [...groupBySchema(successes(operation.answers)).values()].map(([answer]) => answerType(operation, answer));
}

function successTypes(operation: Operation): string[] {
  const groups = [...groupBySchema(successes(operation.answers)).values()];
  return groups.map((group) => {
    const data = groups.length === 1 ? typeName(operation, "Data") : answerType(operation, group[0]);
    return `Success<${group.map(({ status }) => status).join(" | ")}, ${data}>`;
  });
}

function resultTypes(operation: Operation): string {
  const { answers } = operation;
  const failureTypes = failures(answers).map((answer) => {
    const status = answer.status === "default" ? otherStatusName(operation) : answer.status;
    return `Failure<${status}, ${answerType(operation, answer)}>`;
  });
  return [...successTypes(operation), ...failureTypes, "NoAnswer"].map((type) => `\n  | ${type}`).join("");
}

function answerType(operation: Operation, { status, media }: Answer): string {
  if (media === undefined) return "undefined";
  const isSuccess = status !== "default" && status < 300;
  if (isSuccess && media.kind === "lines") return `AsyncIterable<${contentType(operation, status, media.mediaType)}>`;
  if (media.kind !== "json") return isSuccess && media.kind !== "text" ? "Blob" : "string"; // an error's body is text
  return contentType(operation, status, media.mediaType);
}

function contentType({ id }: Operation, status: Answer["status"], mediaType: string): string {
  const key = status === "default" ? '"default"' : status;
  return `operations["${id}"]["responses"][${key}]["content"][${JSON.stringify(mediaType)}]`;
}

function groupBySchema(answers: readonly Answer[]): Map<string, [Answer, ...Answer[]]> {
  const groups = new Map<string, [Answer, ...Answer[]]>();
  for (const answer of answers) {
    const key = `${answer.media?.kind} ${answer.schemaText}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [answer]);
    else group.push(answer);
  }
  return groups;
}
