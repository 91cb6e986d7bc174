import { serializeArrayParam, serializeObjectParam } from "openapi-fetch";
import type { Call } from "../call.ts";
import { SerializationError } from "../errors/request/serialization-error.ts";
import type { ParamRow, ValueWriter } from "../operation-row.ts";
import { isScalar, kindOf } from "./kind-of.ts";
import { encodeText, isPlain, wrongType } from "./parameter.ts";
import { checkPathValue } from "./path.ts";
import { addToQuery, inHeader, inQuery } from "./place.ts";

/**
 * Writes a parameter that may be an array or an object.
 * @throws {RequestError} The value is of another type.
 * @throws {SerializationError} A member is no text, number or boolean.
 * @throws {UnsafePathError} A member could lead to another path.
 */
export const structuredValue: ValueWriter = (call, draft, name, row, value) => {
  const { type } = row;
  const kind = kindOf(value);
  // The name may be the caller's own.
  if (row.in === inQuery) encodeText(call, name, row.in, name);
  if (type === "any" ? isScalar(value) : isPlain(value, type))
    return row.in.put(call, draft, name, encodeItem(call, name, row, value));
  if (!/^(array|object)$/.test(kind) || (type !== "any" && type !== kind)) throw wrongType(call, name, type, value);
  const text = joined(call, name, row, value as object);
  if (row.in !== inQuery) return row.in.put(call, draft, name, text);
  // A list in a query has its name in it already, perhaps several times.
  if (text) addToQuery(draft, text);
};

/**
 * An array or an object as the style of its row wants it. Its members are encoded by our rules; openapi-fetch joins
 * them, and takes them as they are.
 * @see https://spec.openapis.org/oas/v3.1.1.html#style-values
 */
function joined(call: Call, name: string, row: ParamRow, value: object): string {
  const encode = (item: unknown) => encodeItem(call, name, row, item);
  // The helpers take fewer styles for arrays and for objects each; what they do not know they write as `form`.
  const style = (row.style ?? (row.in === inQuery ? "form" : "simple")) as "form";
  const options = { style, explode: row.explode ?? style === "form", allowReserved: true };
  const key = row.in === inQuery ? encode(name) : name;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  let text = "";
  if (Array.isArray(value)) text = value.length ? serializeArrayParam(key, value.map(encode), options) : "";
  else if (members.length)
    text = serializeObjectParam(key, Object.fromEntries(members.map((pair) => pair.map(encode))), options);
  if (row.in !== inQuery && row.in !== inHeader) checkPathValue(call, name, text);
  return text;
}

function encodeItem(call: Call, name: string, row: ParamRow, item: unknown): string {
  if (!isScalar(item)) throw new SerializationError(call, `${name} must not hold ${kindOf(item)}`);
  return encodeText(call, name, row.in, item);
}
