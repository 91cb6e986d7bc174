import type { ErrorObject } from "ajv";

/** The most violations that one answer or journal entry lists. */
const MOST = 20;

/**
 * What a value breaks, in words, each once: `body /scenes/0 must be integer`.
 * @param where - What the value is: `body`, or `query limit`.
 */
export function describeErrors(where: string, errors: readonly ErrorObject[] | null | undefined): string[] {
  const texts = (errors ?? []).filter(({ keyword }) => keyword !== "anyOf" || errors?.length === 1).map(describe);
  return [...new Set(texts)].slice(0, MOST).map((text) => `${where}${text}`);
}

function describe({ instancePath, keyword, message = "is wrong", params }: ErrorObject): string {
  const place = instancePath === "" ? "" : ` ${instancePath}`;
  if (keyword === "additionalProperties") return `${place} has the unknown property ${params.additionalProperty}`;
  if (keyword === "enum")
    return `${place} must be one of ${(params.allowedValues as unknown[]).map(String).join(", ")}`;
  if (keyword === "required") return `${place} lacks ${params.missingProperty}`;
  return `${place} ${message}`;
}
