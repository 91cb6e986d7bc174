import { coerce } from "../validation/coerce.ts";
import type { SchemaLibrary } from "../validation/schema-library.ts";
import { describeErrors } from "../validation/violations.ts";
import type { Answer } from "./answer.ts";
import type { ResponsePlan } from "./response-plans.ts";

/**
 * What an answer of ours breaks in its document; empty when nothing. Bytes have no shape to check.
 * @param plan - What is declared for its status.
 * @param headers - All headers that will be sent, in lower case.
 */
export function answerViolations(
  { status, json, stream }: Answer,
  plan: ResponsePlan | undefined,
  headers: Readonly<Record<string, string>>,
  library: SchemaLibrary,
): readonly string[] {
  if (plan === undefined) return [`the status ${status} is not declared`];
  const found: string[] = [];
  for (const { name, required, schema } of plan.headers) {
    const value = headers[name];
    if (value === undefined) {
      if (required) found.push(`the header ${name} is missing`);
      continue;
    }
    const validate = library.validator(schema);
    if (!validate(coerce(value, schema, library))) found.push(...describeErrors(`header ${name}`, validate.errors));
  }
  if (stream !== undefined && plan.lines === undefined)
    found.push(`a stream of JSON lines is not declared for ${status}`);
  if (json === undefined) return found;
  if (plan.json === undefined) return [...found, `a JSON body is not declared for ${status}`];
  const { validate } = plan.json;
  if (!validate(json)) found.push(...describeErrors("body", validate.errors));
  return found;
}
