import type { Call } from "../call.ts";
import { SerializationError } from "../errors/request/serialization-error.ts";
import { isScalar, kindOf } from "./kind-of.ts";

/**
 * Writes the members of an object as form fields: an array as one field per item, a plain object as JSON, `null` as the
 * text `null`, because some servers tell it from an absent field. `undefined` is left out.
 * Files come last, because servers that read a form as a stream want the text before them.
 * @throws {SerializationError} A member is none of these, or is a file where the form holds only text.
 */
export function writeFields<F extends FormData | URLSearchParams>(call: Call, form: F, value: unknown): F {
  const files: [string, Blob][] = [];
  for (const [name, member] of Object.entries(value as object)) {
    for (const item of Array.isArray(member) ? member : [member]) {
      const kind = kindOf(item);
      if (item === null || isScalar(item)) form.append(name, String(item));
      else if (kind === "object") form.append(name, JSON.stringify(item));
      else if (/^(blob|file)$/.test(kind) && form instanceof FormData) files.push([name, item]);
      else if (item !== undefined) throw new SerializationError(call, `body.${name} must not hold ${kind}`);
    }
  }
  for (const [name, file] of files) (form as FormData).append(name, file);
  return form;
}
