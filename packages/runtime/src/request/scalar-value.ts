import { RequestError } from "../errors/request/request-error.ts";
import type { ValueWriter } from "../operation-row.ts";
import { isScalar, kindOf } from "./kind-of.ts";
import { encodeText } from "./parameter.ts";

/**
 * Writes a parameter that may be a text, a number or a boolean.
 * @throws {RequestError} The value is of another type.
 * @throws {UnsafePathError} The value could lead to another path.
 */
export const scalarValue: ValueWriter = (call, draft, name, row, value) => {
  if (!isScalar(value))
    throw new RequestError(call, `${name} must be text, a number or a boolean, but is ${kindOf(value)}`);
  row.in.put(call, draft, name, encodeText(call, name, row.in, value));
};
