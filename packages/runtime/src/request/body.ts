import type { Call } from "../call.ts";
import { RequestError } from "../errors/request/request-error.ts";
import { SerializationError } from "../errors/request/serialization-error.ts";
import { withProgress } from "../files/upload-progress.ts";
import type { BodyWriter } from "../operation-row.ts";
import { writeFields } from "./form.ts";
import { kindOf } from "./kind-of.ts";

/** A body given as bytes. */
export type BinaryBody = Blob | ArrayBuffer | Uint8Array<ArrayBuffer>;

/**
 * Makes the writer of one kind of body. It sets what fetch takes, and the content type unless the caller has.
 * The writer throws a RequestError if the value is missing or of another kind, and a SerializationError if it cannot be
 * written, such as a cycle in JSON.
 * @param mediaType - The usual one; empty where fetch sets one with a boundary, and one of the caller's would lack it.
 * @param takes - The kinds of value, as `kindOf` names them.
 */
function bodyWriter(
  mediaType: string,
  takes: readonly string[],
  write: (call: Call, value: unknown) => BodyInit,
): BodyWriter {
  return (call, draft, name, row, value) => {
    const { headers } = draft;
    const kind = kindOf(value);
    if (!takes.includes(kind)) throw new RequestError(call, `${name} must be ${takes.join(" or ")}, but is ${kind}`);
    if (mediaType) headers["content-type"] ??= row.mediaType ?? mediaType;
    else delete headers["content-type"];
    try {
      draft.body = write(call, value);
    } catch (error) {
      if (error instanceof RequestError) throw error;
      throw new SerializationError(call, `${name}: ${(error as Error).message}`);
    }
  };
}

/** Writes an object or an array as JSON. */
export const jsonBody: BodyWriter = /* @__PURE__ */ bodyWriter("application/json", ["object", "array"], (_, value) =>
  JSON.stringify(value),
);

/** Writes the members of an object as a multipart form, text before files; a `FormData` goes as it is. */
export const multipartBody: BodyWriter = /* @__PURE__ */ bodyWriter("", ["object", "formdata"], (call, value) =>
  withProgress(call, kindOf(value) === "object" ? writeFields(call, new FormData(), value) : (value as FormData)),
);

/** Writes the members of an object as a URL-encoded form; `URLSearchParams` go as they are. */
export const formBody: BodyWriter = /* @__PURE__ */ bodyWriter(
  "application/x-www-form-urlencoded",
  ["object", "urlsearchparams"],
  (call, value) =>
    kindOf(value) === "object" ? writeFields(call, new URLSearchParams(), value) : (value as URLSearchParams),
);

const bytesBody: BodyWriter = /* @__PURE__ */ bodyWriter(
  "application/octet-stream",
  ["blob", "file", "arraybuffer", "uint8array"],
  (call, value) => withProgress(call, value as BinaryBody),
);

/**
 * Sends bytes as they are: a `Blob`, a `File`, an `ArrayBuffer` or a `Uint8Array`. The media type is that of the Blob, if
 * it has one, because it knows better than the document what is in it.
 */
export const binaryBody: BodyWriter = (call, draft, name, row, value) =>
  bytesBody(call, draft, name, { ...row, mediaType: (value as Blob | undefined)?.type || row.mediaType }, value);

/** Sends text as it is. */
export const textBody: BodyWriter = /* @__PURE__ */ bodyWriter("text/plain", ["string"], (_, value) => value as string);
