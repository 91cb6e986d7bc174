import type { Call } from "../call.ts";
import { SerializationError } from "../errors/request/serialization-error.ts";

/** Whether name and value may stand in a request; a line break would let a value add headers of its own. */
export function isHeader(name: string, value: unknown): value is string {
  // A name as RFC 9110 has it, then visible Latin-1 and blanks: what fetch takes, and never a line break.
  return typeof value === "string" && /^[\w!#$%&'*+.^`|~-]+:[\t\x20-\x7e\x80-\xff]*$/.test(`${name}:${value}`);
}

/**
 * Sets a header that the caller chose.
 * @throws {SerializationError} The name or the value cannot stand in a header.
 */
export function setHeader(call: Call, headers: Record<string, string>, name: string, value: unknown): void {
  if (!isHeader(name, value)) {
    throw new SerializationError(call, `header ${name} must be one line of Latin-1`);
  }
  headers[name.toLowerCase()] = value;
}
