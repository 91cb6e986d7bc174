import { serializeArrayParam, serializeObjectParam, serializePrimitiveParam } from "openapi-fetch";
import type { Call } from "../call.ts";
import { RequestError } from "../errors/request/request-error.ts";
import { SerializationError } from "../errors/request/serialization-error.ts";
import type { ParamRow } from "../operation-row.ts";
import { setHeader } from "./header.ts";
import { isScalar, kindOf } from "./kind-of.ts";
import { checkPathValue } from "./path.ts";

/** Where the values of parameters are written. */
export interface ParameterSink {
  /** The path, with the values so far. */
  path: string;
  /** The parts of the query. */
  readonly query: string[];
  /** The headers by their names in lower case. */
  readonly headers: Record<string, string>;
}

/**
 * Writes the value of one parameter where its row wants it.
 * @throws {RequestError} The value is missing or of another type.
 * @throws {SerializationError} The value holds what is no text, number or boolean, or what no URL or header can hold.
 * @throws {UnsafePathError} The value could lead to another path.
 */
export function writeParameter(call: Call, sink: ParameterSink, name: string, row: ParamRow, value: unknown): void {
  if (value === undefined && !row.required) return;
  if (!hasType(value, row.type)) {
    throw call.refusal(RequestError, `${name} must be of type ${row.type}, but is ${kindOf(value)}`);
  }
  const text = serialize(call, name, row, value);
  if (row.in === "header") setHeader(call, sink.headers, name, text);
  else if (row.in === "query") sink.query.push(...(text ? [text] : []));
  else if (text) sink.path = sink.path.replace(`{${name}}`, () => text);
  else checkPathValue(call, name, text);
}

function hasType(value: unknown, type: ParamRow["type"]): boolean {
  if (type === "integer") return Number.isSafeInteger(value);
  const kind = kindOf(value);
  if (isScalar(value)) return type === "any" || type === kind;
  return /^(array|object)$/.test(kind) && (type === "any" || type === kind);
}

/** Encodes the members of a value by our rules; openapi-fetch joins them by the style, and takes them as they are. */
function serialize(call: Call, name: string, row: ParamRow, value: unknown): string {
  const encode = (item: unknown): string => {
    const text = `${isScalar(item) ? item : ""}`;
    // Half a surrogate pair is no text that could be encoded.
    if (!isScalar(item) || /\p{Cs}/u.test(text))
      throw call.refusal(SerializationError, `${name} must not hold ${kindOf(item)}`);
    if (row.in === "path") checkPathValue(call, name, text);
    return row.in === "header" ? text : encodeURIComponent(text);
  };
  // The helpers take fewer styles for arrays and for objects each; what they do not know they write as `form`.
  const style = (row.style ?? (row.in === "query" ? "form" : "simple")) as "form";
  const options = { style, explode: row.explode ?? style === "form", allowReserved: true };
  const key = row.in === "query" ? encode(name) : name;
  if (isScalar(value)) return row.in === "query" ? serializePrimitiveParam(key, encode(value), options) : encode(value);
  if (Array.isArray(value)) return value.length ? serializeArrayParam(key, value.map(encode), options) : "";
  const members = Object.entries(value as object).filter(([, member]) => member !== undefined);
  const encoded = Object.fromEntries(members.map((pair) => pair.map(encode)));
  return members.length ? serializeObjectParam(key, encoded, options) : "";
}
