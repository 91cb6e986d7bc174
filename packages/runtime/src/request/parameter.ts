import type { Call } from "../call.ts";
import { RequestError } from "../errors/request/request-error.ts";
import type { ParamRow, ValueWriter } from "../operation-row.ts";
import { encodePlain } from "./encode-plain.ts";
import { setHeader } from "./header.ts";
import { isScalar, kindOf } from "./kind-of.ts";

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
  const isPlain = isScalar(value);
  if (!hasType(value, row, isPlain)) {
    throw call.refusal(RequestError, `${name} must be of type ${row.type}, but is ${kindOf(value)}`);
  }
  const text = (isPlain ? encodePlain : (row.write as ValueWriter))(call, name, row, value as object);
  if (row.in === "header") setHeader(call, sink.headers, name, text);
  else if (row.in === "path") sink.path = sink.path.replace(`{${name}}`, () => text);
  else if (isPlain) sink.query.push(`${encodePlain(call, name, row, name)}=${text}`);
  else if (text) sink.query.push(text);
}

function hasType(value: unknown, { type, write }: ParamRow, isPlain: boolean): boolean {
  if (type === "integer") return Number.isSafeInteger(value);
  const kind = kindOf(value);
  return (type === "any" || type === kind) && (isPlain || (!!write && /^(array|object)$/.test(kind)));
}
