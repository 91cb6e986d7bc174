import { serializeArrayParam, serializeObjectParam } from "openapi-fetch";
import type { ValueWriter } from "../operation-row.ts";
import { encodePlain } from "./encode-plain.ts";
import { checkPathValue } from "./path.ts";

/**
 * Writes an array or an object as the style of its row wants it. Its members are encoded by our rules; openapi-fetch
 * joins them, and takes them as they are.
 * @throws {SerializationError} A member is no text, number or boolean.
 * @throws {UnsafePathError} A member could lead to another path.
 * @see https://spec.openapis.org/oas/v3.1.1.html#style-values
 */
export const structuredValue: ValueWriter = (call, name, row, value) => {
  const encode = (item: unknown) => encodePlain(call, name, row, item);
  // The helpers take fewer styles for arrays and for objects each; what they do not know they write as `form`.
  const style = (row.style ?? (row.in === "query" ? "form" : "simple")) as "form";
  const options = { style, explode: row.explode ?? style === "form", allowReserved: true };
  const key = row.in === "query" ? encode(name) : name;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  let text = "";
  if (Array.isArray(value)) text = value.length ? serializeArrayParam(key, value.map(encode), options) : "";
  else if (members.length)
    text = serializeObjectParam(key, Object.fromEntries(members.map((pair) => pair.map(encode))), options);
  if (row.in === "path") checkPathValue(call, name, text);
  return text;
};
