import type { Call } from "../call.ts";
import { SerializationError } from "../errors/request/serialization-error.ts";

/** Characters that RFC 9110 allows in a header name. */
const NAME = /^[\w!#$%&'*+.^`|~-]+$/;
/** Visible Latin-1 and blanks: what fetch takes, and never a line break. */
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;

/** Whether name and value may stand in a request; a line break would let a value add headers of its own. */
export function isHeader(name: string, value: unknown): value is string {
  return NAME.test(name) && typeof value === "string" && VALUE.test(value);
}

/**
 * Sets a header that the caller chose.
 * @throws {SerializationError} The name or the value cannot stand in a header.
 */
export function setHeader(call: Call, headers: Record<string, string>, name: string, value: unknown): void {
  if (!isHeader(name, value)) {
    throw call.refusal(SerializationError, `header ${name} has a line break, or a character that no header can hold`);
  }
  headers[name.toLowerCase()] = value;
}
