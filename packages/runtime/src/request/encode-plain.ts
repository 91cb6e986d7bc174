import type { Call } from "../call.ts";
import { SerializationError } from "../errors/request/serialization-error.ts";
import type { ParamRow } from "../operation-row.ts";
import { isScalar, kindOf } from "./kind-of.ts";
import { checkPathValue } from "./path.ts";

/**
 * The text of a text, number or boolean, encoded for where it stands.
 * @throws {SerializationError} The value is something else, or has half a surrogate pair in it, which nothing can encode.
 * @throws {UnsafePathError} The value could lead to another path.
 */
export function encodePlain(call: Call, name: string, row: ParamRow, value: unknown): string {
  const text = `${isScalar(value) ? value : ""}`;
  if (!isScalar(value) || /\p{Cs}/u.test(text))
    throw call.refusal(SerializationError, `${name} must not hold ${kindOf(value)}`);
  if (row.in === "path") checkPathValue(call, name, text);
  return row.in === "header" ? text : encodeURIComponent(text);
}
