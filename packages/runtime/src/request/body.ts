import type { Call } from "../call.ts";
import { RequestError } from "../errors/request/request-error.ts";
import { SerializationError } from "../errors/request/serialization-error.ts";
import type { BodyRow } from "../operation-row.ts";
import { writeFields } from "./form.ts";
import { kindOf } from "./kind-of.ts";

/** Per kind: the usual media type, empty where fetch sets one with a boundary; then what a body may be given as. */
const KINDS: Record<BodyRow["kind"], readonly [mediaType: string, ...takes: string[]]> = {
  json: ["application/json", "object", "array"],
  multipart: ["", "object", "formdata"],
  form: ["application/x-www-form-urlencoded", "object", "urlsearchparams"],
  binary: ["application/octet-stream", "blob", "file", "arraybuffer", "uint8array"],
  text: ["text/plain", "string"],
};

/**
 * Makes the body that fetch takes, and sets its content type unless the caller has.
 * @throws {RequestError} The value is missing, or not of a kind that the body takes.
 * @throws {SerializationError} The value cannot be written, such as a cycle in JSON.
 */
export function writeBody(call: Call, headers: Record<string, string>, row: BodyRow, value: unknown): BodyInit {
  const [mediaType, ...takes] = KINDS[row.kind];
  const kind = kindOf(value);
  if (!takes.includes(kind)) throw call.refusal(RequestError, `body must be ${takes.join(" or ")}, but is ${kind}`);
  if (mediaType) headers["content-type"] ??= row.mediaType ?? mediaType;
  // One of the caller's would lack the boundary.
  else delete headers["content-type"];
  try {
    if (row.kind === "json") return JSON.stringify(value);
    if (kind === "object")
      return writeFields(call, row.kind === "form" ? new URLSearchParams() : new FormData(), value);
  } catch (error) {
    throw error instanceof SerializationError
      ? error
      : call.refusal(SerializationError, `body: ${(error as Error).message}`);
  }
  return value as BodyInit;
}
