import { isObject, type JsonObject, type Operation, operationsOf, resolve } from "./document.ts";
import { credentialsFor } from "./sample-credentials.ts";

/** A request that shows an API: a mock by examples answers it with 200, one with memory if it has what the path names. */
export interface SampleRequest {
  /** Path and query, percent-encoded, such as `/exhibits/7`. */
  readonly target: string;
  /** The request headers it needs. */
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Finds the GETs that need nothing but their path and made-up credentials, those that answer JSON before others.
 * Path values are those of the document's examples, else the plainest that the schema allows.
 */
export function sampleRequests(document: JsonObject): SampleRequest[] {
  const candidates = operationsOf(document).flatMap((each) => {
    const request = requestFor(document, each);
    return request === undefined ? [] : [{ request, isJson: answersJson(document, each.operation) }];
  });
  return [...candidates.filter(({ isJson }) => isJson), ...candidates.filter(({ isJson }) => !isJson)].map(
    ({ request }) => request,
  );
}

/** The first of the {@link sampleRequests}, which a mock by examples answers with 200. */
export function sampleRequest(document: JsonObject): SampleRequest | undefined {
  return sampleRequests(document)[0];
}

function requestFor(
  document: JsonObject,
  { method, path, operation, parameters }: Operation,
): SampleRequest | undefined {
  if (method !== "GET" || firstSuccess(operation) !== "200") return undefined;
  let target = path;
  for (const parameter of parameters) {
    if (parameter.in !== "path") {
      if (parameter.required === true && !isIgnored(parameter)) return undefined;
      continue;
    }
    const value = sampleValue(document, parameter);
    if (value === undefined) return undefined;
    target = target.replaceAll(`{${parameter.name}}`, encodeURIComponent(value));
  }
  const credentials = credentialsFor(document, operation);
  if (credentials === undefined || target.includes("{")) return undefined;
  const query = new URLSearchParams(credentials.query).toString();
  return { target: query === "" ? target : `${target}?${query}`, headers: credentials.headers };
}

function firstSuccess(operation: JsonObject): string | undefined {
  return isObject(operation.responses)
    ? Object.keys(operation.responses).find((status) => /^2\d\d$/.test(status))
    : undefined;
}

function answersJson(document: JsonObject, operation: JsonObject): boolean {
  const { content } = resolve(document, isObject(operation.responses) ? operation.responses["200"] : undefined);
  return isObject(content) && Object.keys(content).some((type) => /^application\/(.+\+)?json\b/.test(type));
}

/** OpenAPI tells tools to ignore header parameters of these names. */
function isIgnored({ in: place, name }: JsonObject): boolean {
  return place === "header" && /^(accept|content-type|authorization)$/i.test(String(name));
}

function sampleValue(document: JsonObject, parameter: JsonObject): string | undefined {
  const schema = resolve(document, parameter.schema);
  const named = isObject(parameter.examples) ? Object.values(parameter.examples) : [];
  const found = [
    parameter.example,
    ...named.map((example) => resolve(document, example).value),
    schema.example,
    ...[schema.examples, schema.enum].flatMap((list) => (Array.isArray(list) ? list : [])),
    schema.const,
    schema.default,
    plainestValue(schema),
  ].find((value) => ["string", "number", "boolean"].includes(typeof value) && value !== "");
  return found === undefined ? undefined : String(found);
}

function plainestValue({
  type,
  minimum,
  pattern,
  format,
  minLength,
}: JsonObject): string | number | boolean | undefined {
  const types = Array.isArray(type) ? type : [type];
  if (types.includes("integer") || types.includes("number"))
    return Math.max(typeof minimum === "number" ? minimum : 1, 1);
  if (types.includes("boolean")) return true;
  if (!types.includes("string") || pattern !== undefined) return undefined;
  if (format === "uuid") return "00000000-0000-4000-8000-000000000000";
  return format === undefined && !(Number(minLength) > 7) ? "example" : undefined;
}
