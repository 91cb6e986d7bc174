import type { Call } from "../call.ts";
import { RequestError } from "../errors/request/request-error.ts";
import { SerializationError } from "../errors/request/serialization-error.ts";
import type { ParamRow } from "../operation-row.ts";
import { kindOf } from "./kind-of.ts";

/** Where the values of parameters are written. */
export interface ParameterSink {
  /** The path, with the values so far. */
  path: string;
  /** The query so far, with its question mark. */
  query: string;
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
  const { type, required, write } = row;
  if (value === undefined && !required) return;
  if (write) write(call, sink, name, row, value);
  else if (isPlain(value, type)) row.in.put(call, sink, name, encodeText(call, name, row, value));
  else throw wrongType(call, name, row, value);
}

/** Whether a type is plain and a value is of it. A number must be finite. */
export function isPlain(value: unknown, type: ParamRow["type"]): value is string | number | boolean {
  if (type === "integer") return Number.isSafeInteger(value);
  if (type === "number") return Number.isFinite(value);
  return type === typeof value && type !== "object";
}

/** The error of a value that is not what its row wants. */
export function wrongType(call: Call, name: string, { type }: ParamRow, value: unknown): RequestError {
  return new RequestError(call, `${name} must be of type ${type}, but is ${kindOf(value)}`);
}

/**
 * A plain value as text, encoded for where it stands.
 * @throws {SerializationError} The text has half a surrogate pair in it, which nothing can encode.
 * @throws {UnsafePathError} The value could lead to another path.
 */
export function encodeText(call: Call, name: string, row: ParamRow, value: string | number | bigint | boolean): string {
  const text = `${value}`;
  if (/\p{Cs}/u.test(text)) throw new SerializationError(call, `${name} must not hold half a character`);
  return row.in.encode(call, name, text);
}
