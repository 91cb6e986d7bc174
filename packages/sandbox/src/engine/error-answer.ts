import { writePointer } from "../pointer.ts";
import type { OperationTable, ResponseTable, Tables } from "../tables/tables.ts";
import type { Answer } from "./answer.ts";
import { isJson } from "./json-media.ts";
import type { Refusal } from "./refusal.ts";

/**
 * The answer that a refusal becomes: the body of the declared response, with the refusal's own text in the place for
 * people, or that text alone where the response is declared as text.
 * @param operation - Absent where the request reached none.
 */
export function errorAnswer(tables: Tables, operation: OperationTable | undefined, refusal: Refusal): Answer {
  const { status, message, headers, members } = refusal;
  const name =
    refusal.response ?? operation?.responses[String(status)] ?? operation?.responses.default ?? tables.errors.response;
  const body = exampleOf(tables.responses[name], refusal.example);
  const text = Object.keys(tables.responses[name]?.content ?? {}).find((mediaType) => mediaType.startsWith("text/"));
  if (body === undefined && text !== undefined)
    return { status, headers: { ...headers, "content-type": `${text}; charset=utf-8` }, text: message };
  if (body === undefined) return { status, headers };
  const written = { ...members, [tables.errors.message]: message };
  const json = Object.entries(written).reduce<unknown>((whole, [at, value]) => writePointer(whole, at, value), body);
  return { status, headers, json };
}

/** The first example of a response's JSON body; undefined where it has none. */
export function firstExample(response: ResponseTable | undefined): unknown {
  return exampleOf(response, undefined);
}

function exampleOf(response: ResponseTable | undefined, name: string | undefined): unknown {
  const [, json] = Object.entries(response?.content ?? {}).find(([mediaType]) => isJson(mediaType)) ?? [];
  const { examples = {} } = json ?? {};
  return name === undefined ? Object.values(examples)[0] : examples[name];
}
