import type { Call } from "../call.ts";
import { RequestError } from "../errors/request/request-error.ts";
import { SerializationError } from "../errors/request/serialization-error.ts";
import type { BodyRow, ParamPlace, ParamRow } from "../operation-row.ts";
import { kindOf } from "./kind-of.ts";

/** A request that its input is being written into. */
export interface RequestDraft {
  /** The whole URL, with the values so far. */
  url: string;
  /** The headers by their names in lower case. */
  readonly headers: Record<string, string>;
  /** The body, of a kind that can be sent again. */
  body?: BodyInit;
}

/**
 * Writes the value of one input where its row wants it.
 * @throws {RequestError} The value is missing or of another type.
 * @throws {SerializationError} The value holds what is no text, number or boolean, or what no URL or header can hold.
 * @throws {UnsafePathError} The value could lead to another path.
 */
export function writeInput(
  call: Call,
  draft: RequestDraft,
  name: string,
  row: ParamRow | BodyRow,
  value: unknown,
): void {
  // A body always has a writer, so what only a parameter has is not asked of its row.
  const { in: place, type, required, write } = row as ParamRow;
  if (value === undefined && !required) return;
  if (write) write(call, draft, name, row as ParamRow, value);
  else if (isPlain(value, type)) place.put(call, draft, name, encodeText(call, name, place, value));
  else throw wrongType(call, name, type, value);
}

/** Whether a type is plain and a value is of it. A number must be finite. */
export function isPlain(value: unknown, type: ParamRow["type"]): value is string | number | boolean {
  if (type === "integer") return Number.isSafeInteger(value);
  if (type === "number") return Number.isFinite(value);
  return type === typeof value && type !== "object";
}

/** The error of a value that is not what its row wants. */
export function wrongType(call: Call, name: string, type: string, value: unknown): RequestError {
  return new RequestError(call, `${name} must be ${type}, but is ${kindOf(value)}`);
}

/**
 * A plain value as text, encoded for where it stands.
 * @throws {SerializationError} The text has half a surrogate pair in it, which nothing can encode.
 * @throws {UnsafePathError} The value could lead to another path.
 */
export function encodeText(
  call: Call,
  name: string,
  place: ParamPlace,
  value: string | number | bigint | boolean,
): string {
  const text = `${value}`;
  if (JSON.stringify(call.target.sensitive)?.includes(name)) call.keepSecret(text);
  if (/\p{Cs}/u.test(text)) throw new SerializationError(call, `${name} has half a character`);
  return place.encode(call, name, text);
}
