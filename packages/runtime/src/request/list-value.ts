import { SerializationError } from "../errors/request/serialization-error.ts";
import type { ValueWriter } from "../operation-row.ts";
import { isScalar, kindOf } from "./kind-of.ts";
import { encodeText, wrongType } from "./parameter.ts";

/**
 * Writes an array into the query as the style `form` wants it: the name again for each item, or once with commas between
 * the items where the row does not explode. An empty array is not there.
 * @throws {RequestError} The value is no array.
 * @throws {SerializationError} An item is no text, number or boolean.
 * @see https://spec.openapis.org/oas/v3.1.1.html#style-values
 */
export const listValue: ValueWriter = (call, draft, name, row, value) => {
  if (!Array.isArray(value)) throw wrongType(call, name, row.type, value);
  const items = value.map((item) => {
    if (!isScalar(item)) throw new SerializationError(call, `${name} must not hold ${kindOf(item)}`);
    return encodeText(call, name, row.in, item);
  });
  const texts = row.explode === false && items.length ? [items.join()] : items;
  for (const text of texts) row.in.put(call, draft, name, text);
};
