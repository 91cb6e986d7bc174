import type { OperationTable, Tables } from "../tables/tables.ts";
import type { Answer } from "./answer.ts";
import { isJson, isJsonLines } from "./json-media.ts";
import { Refusal } from "./refusal.ts";

/**
 * The declared answer that a `Prefer: code=404` or `Prefer: example=name` header asks for, as Prism gives it; undefined
 * where the header asks for neither. The request changes nothing then.
 * @throws {Refusal} 404, the operation declares no such answer.
 */
export function preferredAnswer(header: string | null, operation: OperationTable, tables: Tables): Answer | undefined {
  const code = /(?:^|[,;\s])code=(\d{3})\b/.exec(header ?? "")?.[1];
  const example = /(?:^|[,;\s])example=([^,;\s]+)/.exec(header ?? "")?.[1];
  if (code === undefined && example === undefined) return undefined;
  const candidates = Object.entries(operation.responses).filter(([status]) => code === undefined || status === code);
  const usual = candidates.length === 0 && code !== undefined ? operation.responses.default : undefined;
  if (usual !== undefined) candidates.push([code as string, usual]);
  for (const [status, name] of candidates) {
    const content = tables.responses[name]?.content ?? {};
    const answer = { status: status === "default" ? 500 : Number(status) };
    if (Object.keys(content).length === 0 && example === undefined) return answer;
    for (const [mediaType, { examples }] of Object.entries(content)) {
      const found = example === undefined ? Object.keys(examples)[0] : example;
      if (found === undefined || !Object.hasOwn(examples, found)) continue;
      if (isJson(mediaType)) return { ...answer, json: examples[found] };
      if (isJsonLines(mediaType)) return { ...answer, stream: oneLine(examples[found]) };
      return { ...answer, text: String(examples[found]), headers: { "content-type": mediaType } };
    }
  }
  throw new Refusal(
    404,
    `Prefer: the operation ${operation.id} declares no answer with ${[code && `code=${code}`, example && `example=${example}`].filter(Boolean).join(" and ")}`,
  );
}

/** A stream that has ended with its first line. */
async function* oneLine(value: unknown): AsyncGenerator<unknown, void, undefined> {
  yield value;
}
