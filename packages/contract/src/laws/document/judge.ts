import type { OperationTable, ResponseTable, Schema, Tables } from "@fairlead/sandbox/tables";
import type { Exchange } from "../requests/exchange.ts";
import { isJsonLines, linesOf } from "../requests/read-answer.ts";
import type { Shapes } from "./shapes.ts";

/** The headers of the one family that quotas have. */
export const quotaHeaderNames: readonly string[] = ["x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset"];

/** The declared response that a status falls under; success is never what `default` means. */
export function declaredResponse(operation: OperationTable, status: number, tables: Tables): ResponseTable | undefined {
  const name = operation.responses[String(status)] ?? (status >= 400 ? operation.responses.default : undefined);
  return name === undefined ? undefined : tables.responses[name];
}

/** What an answer breaks in its document: status, media type, headers, body; empty when nothing. */
export function nonconformities(exchange: Exchange, tables: Tables, shapes: Shapes): string[] {
  const { operation, status, method } = exchange;
  if (operation === undefined) return [];
  if (status >= 500 && operation.responses[String(status)] === undefined) return [`${status} is a server's error`];
  const response = declaredResponse(operation, status, tables);
  if (response === undefined) return [`the status ${status} is not declared`];
  return [
    ...headerFaults(exchange, operation, response, tables, shapes),
    ...(method === "HEAD" || status === 304 ? [] : bodyFaults(exchange, response, shapes)),
  ];
}

function headerFaults(
  { headers }: Exchange,
  operation: OperationTable,
  response: ResponseTable,
  tables: Tables,
  shapes: Shapes,
): string[] {
  const faults: string[] = [];
  for (const [name, { required, schema }] of Object.entries(response.headers)) {
    const value = headers.get(name);
    if (value === null) {
      if (required) faults.push(`the header ${name} is missing`);
      continue;
    }
    for (const fault of shapes.violations(schema, shapes.coerce(schema, value)))
      faults.push(`the header ${name}: ${fault}`);
  }
  const quota = tables.rateLimits[operation.rateLimit ?? ""];
  if (quota?.headers === "x-ratelimit") {
    const declared = Object.keys(response.headers).map((name) => name.toLowerCase());
    for (const name of quotaHeaderNames.filter((one) => !declared.includes(one) || headers.get(one) !== null))
      if (!/^\d+$/.test(headers.get(name) ?? ""))
        faults.push(`the header ${name} is ${headers.get(name) ?? "missing"}`);
  }
  return faults;
}

function bodyFaults({ headers, bytes, json, status }: Exchange, response: ResponseTable, shapes: Shapes): string[] {
  const declared = Object.entries(response.content);
  if (declared.length === 0)
    return bytes.length === 0 ? [] : [`${status} has a body of ${bytes.length} bytes, and none is declared`];
  const mediaType = (headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  const found = declared.find(([key]) => mediaMatches(key, mediaType));
  if (found === undefined) {
    const types = declared.map(([key]) => key).join(", ");
    return [`the content type is ${mediaType === "" ? "missing" : mediaType}, declared is ${types}`];
  }
  const { schema } = found[1];
  if (isJsonLines(mediaType)) return lineFaults(bytes, schema, shapes);
  if (!/[/+]json$/.test(mediaType)) return [];
  if (json === undefined) return ["the body is no JSON"];
  return [
    ...shapes.violations(schema, json).map((fault) => `the body: ${fault}`),
    ...shapes.undeclared(schema, json).map((pointer) => `the body has the undeclared member ${pointer}`),
  ];
}

/** What the lines of a stream break; the schema is that of one line. */
function lineFaults(bytes: Uint8Array, schema: Schema, shapes: Shapes): string[] {
  let lines: readonly unknown[];
  try {
    lines = linesOf(bytes);
  } catch {
    return ["a line of the body is no JSON"];
  }
  return lines.flatMap((line, index) => [
    ...shapes.violations(schema, line).map((fault) => `line ${index + 1}: ${fault}`),
    ...shapes.undeclared(schema, line).map((pointer) => `line ${index + 1} has the undeclared member ${pointer}`),
  ]);
}

/** Whether a media type falls under a declared one, which may be a range. */
export function mediaMatches(declared: string, mediaType: string): boolean {
  const key = declared.split(";")[0]?.trim().toLowerCase() ?? "";
  if (key === "*/*") return mediaType !== "";
  return key.endsWith("/*") ? mediaType.startsWith(key.slice(0, -1)) : key === mediaType;
}
