import { writePointer } from "../pointer.ts";
import type { OperationTable, ResponseTable, Tables } from "../tables/tables.ts";
import type { Answer } from "./answer.ts";
import type { Refusal } from "./refusal.ts";

/**
 * The answer that a refusal becomes: the body of the declared response, with the refusal's own text in the place for
 * people.
 * @param operation - Absent where the request reached none.
 */
export function errorAnswer(tables: Tables, operation: OperationTable | undefined, refusal: Refusal): Answer {
  const { status, message, headers } = refusal;
  const name =
    refusal.response ?? operation?.responses[String(status)] ?? operation?.responses.default ?? tables.errors.response;
  const body = firstExample(tables.responses[name]);
  if (body === undefined) return { status, headers };
  return { status, headers, json: writePointer(body, tables.errors.message, message) };
}

/** The first example of a response's JSON body; undefined where it has none. */
export function firstExample(response: ResponseTable | undefined): unknown {
  const json = Object.entries(response?.content ?? {}).find(([mediaType]) => /[/+]json\b/.test(mediaType));
  return json === undefined ? undefined : Object.values(json[1].examples)[0];
}
