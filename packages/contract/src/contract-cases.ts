import { type BundledDocument, type BundledResponse, dereference, operationsOf } from "./document.ts";
import { isJsonLines } from "./laws/requests/read-answer.ts";

/** One answer that the document declares, and that a static mock can be asked for by `Prefer`. */
export interface ContractCase {
  operationId: string;
  status: number;
  /** Name of the example; absent where the answer has no body. */
  example?: string;
  mediaType?: string;
  /** Whether the operation gives a stream of JSON lines, so that its client asks for that alone. */
  isStream?: true;
  /** What the body must be. */
  value?: unknown;
}

/**
 * Every answer that a document declares: each operation, each status, each named example; `default` as the first server's
 * error that has no description of its own. Redirects are left out: a static mock has no place for them to lead to.
 * @throws {Error} A response has a body but no example, so that no mock can show it.
 */
export function contractCases(document: BundledDocument): ContractCase[] {
  const cases: ContractCase[] = [];
  for (const [operationId, operation] of operationsOf(document)) {
    const responses = operation.responses ?? {};
    const stream = isStream(document, responses) ? { isStream: true as const } : {};
    for (const [key, reference] of Object.entries(responses)) {
      const status = key === "default" ? undeclaredStatus(responses) : Number(key);
      if (status >= 300 && status < 400) continue;
      const response: BundledResponse = dereference(document, reference);
      const [mediaType, media] = Object.entries(response.content ?? {})[0] ?? [];
      if (mediaType === undefined || media === undefined) {
        cases.push({ operationId, status, ...stream });
        continue;
      }
      const examples = Object.entries(media.examples ?? {});
      if (examples.length === 0) throw new Error(`${operationId} ${key}: the body has no example.`);
      for (const [example, named] of examples) {
        cases.push({ operationId, status, example, mediaType, value: dereference(document, named).value, ...stream });
      }
    }
  }
  return cases;
}

/** The status asked for where only `default` describes the answer. */
function undeclaredStatus(responses: object): number {
  let status = 500;
  while (Object.hasOwn(responses, String(status))) status += 1;
  return status;
}

/** Whether the first body of a success is a stream of JSON lines. */
function isStream(
  document: BundledDocument,
  responses: Readonly<Record<string, BundledResponse | { $ref: string }>>,
): boolean {
  return Object.entries(responses).some(
    ([status, response]) =>
      /^2/.test(status) && isJsonLines(Object.keys(dereference(document, response).content ?? {})[0] ?? ""),
  );
}
