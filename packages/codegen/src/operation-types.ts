import { comment } from "./doc-comments.ts";
import { DEFAULT_MEDIA_TYPES } from "./document/media.ts";
import type { Operation } from "./document/operations.ts";
import type { ParameterPlace } from "./document/parameters.ts";
import { type Answer, failures, successes } from "./document/responses.ts";
import { otherStatusName } from "./other-statuses.ts";

const PLACES: readonly ParameterPlace[] = ["path", "query", "header"];

/** The name of a type of an operation, such as `GetJobInput`. */
export function typeName(
  { id }: Operation,
  suffix: "Input" | "Data" | "Item" | "Result" | "Method" | "Function",
): string {
  return `${id[0]?.toUpperCase()}${id.slice(1)}${suffix}`;
}

/**
 * The types of one operation, written out member by member. No generic type computes them, because the checker would
 * then pay for it at every call.
 */
export function operationTypes(operation: Operation): string {
  const { id } = operation;
  const input = typeName(operation, "Input");
  const data = typeName(operation, "Data");
  const result = typeName(operation, "Result");
  const parameters = `input${isInputOptional(operation) ? "?" : ""}: ${input}, options?: CallOptions`;
  const full = successTypes(operation).join(" | ");
  const item = operation.items && typeName(operation, "Item");
  const bare = item ? `ListResult<${data}, ${item}>` : `Promise<${data}>`;
  const forms = (head: string): string =>
    [
      ...(item ? [`  /** The first page, or throws; \`for await\` gives the items of all pages. */`] : []),
      `  (${head}${parameters}): ${bare};`,
      `  /** The outcome as a value; never throws. */\n  safe(${head}${parameters}): Promise<${result}>;`,
      `  /** The data with status, headers and response; throws. */\n  full(${head}${parameters}): Promise<${full}>;`,
      ...(item ? listForms(head + parameters, data, item) : []),
    ].join("\n");
  return [
    `${comment(`Input of {@link ${id}}.`)}export type ${input} =${inputType(operation)};`,
    `${comment(`What {@link ${id}} gives.`)}export type ${data} = ${dataTypes(operation).join(" | ")};`,
    ...(item
      ? [
          `${comment(`One item of the list that {@link ${id}} gives.`)}export type ${item} = ${itemType(operation, data)};`,
        ]
      : []),
    `${comment(`What \`${id}.safe\` gives: told apart by \`ok\` and \`status\`.`)}export type ${result} =${resultTypes(operation)};`,
    `${comment(`\`${id}\` bound to a client.`)}export interface ${typeName(operation, "Method")} {\n${forms("")}\n}`,
    `${comment(`\`${id}\` as a function of a core client.`)}export interface ${typeName(operation, "Function")} {\n${forms("core: Core, ")}\n}`,
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

function itemType({ items = [] }: Operation, data: string): string {
  const list = items.reduce((type, { name, isRequired }) => {
    const member = `${type}[${JSON.stringify(name)}]`;
    return isRequired ? member : `(${member} & {})`;
  }, data);
  return `${list}[number]`;
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

function answerType({ id }: Operation, { status, media }: Answer): string {
  if (media === undefined) return "undefined";
  const isSuccess = status !== "default" && status < 300;
  if (media.kind !== "json") return isSuccess && media.kind !== "text" ? "Blob" : "string"; // an error's body is text
  const key = status === "default" ? '"default"' : status;
  return `operations["${id}"]["responses"][${key}]["content"][${JSON.stringify(media.mediaType)}]`;
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
