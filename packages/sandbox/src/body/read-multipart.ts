import { getMultipartBoundary, MultipartPart } from "@remix-run/multipart-parser";
import { Refusal } from "../engine/refusal.ts";
import type { ContentWriter } from "../files/content-writer.ts";
import type { FileStore } from "../files/file-store.ts";
import type { StoredFile } from "../files/stored-file.ts";
import type { Limits } from "../limits.ts";
import { type FormFields, toFields } from "./form-fields.ts";
import { isJson, parseMediaType } from "./media-type.ts";
import { TextReader } from "./read-text.ts";
import { splitMultipart } from "./split-multipart.ts";

/** Takes the content of one part. */
interface Field {
  readonly name: string;
  write(chunk: Uint8Array): void | Promise<void>;
  finish(): string | Promise<StoredFile>;
  discard(): Promise<void>;
}

/**
 * The fields of a `multipart/form-data` body. A part with a file name, or of a type that is neither text nor JSON, is a
 * file; it goes to the store piece by piece. Nothing is kept unless the whole form is well.
 * @param contentType - The request's header, which names the boundary.
 * @param limits - `jsonBytes` holds for all texts together.
 * @throws {Refusal} 400, the form is malformed, cut off or not UTF-8; 413, its texts are too large.
 */
export async function readMultipart(
  chunks: AsyncIterable<Uint8Array>,
  contentType: string,
  limits: Pick<Limits, "jsonBytes">,
  store: FileStore,
): Promise<FormFields> {
  const fields: Field[] = [];
  try {
    let textBytes = 0;
    for await (const piece of splitMultipart(chunks, boundaryOf(contentType))) {
      if (piece instanceof MultipartPart) {
        fields.push(startField(piece, fields.length + 1, store));
        continue;
      }
      const field = fields.at(-1);
      if (field instanceof TextField) textBytes += piece.length;
      if (textBytes > limits.jsonBytes)
        throw new Refusal(
          413,
          `The texts of the form are larger than ${limits.jsonBytes} bytes together; give a large one a file name`,
        );
      await field?.write(piece);
    }
    const values: [string, string | StoredFile][] = [];
    for (const field of fields) values.push([field.name, await field.finish()]);
    return toFields(values);
  } catch (error) {
    await Promise.all(fields.map((field) => field.discard()));
    throw error;
  }
}

class TextField implements Field {
  readonly name: string;
  readonly #text: TextReader;

  constructor(name: string) {
    this.name = name;
    this.#text = new TextReader(`form field ${shown(name)}`);
  }

  write(chunk: Uint8Array): void {
    this.#text.write(chunk);
  }

  finish(): string {
    return this.#text.finish();
  }

  async discard(): Promise<void> {}
}

class FileField implements Field {
  readonly name: string;
  readonly #about: { readonly name: string; readonly type?: string };
  readonly #writer: ContentWriter;

  constructor(name: string, about: { readonly name: string; readonly type?: string }, writer: ContentWriter) {
    this.name = name;
    this.#about = about;
    this.#writer = writer;
  }

  write(chunk: Uint8Array): Promise<void> {
    return this.#writer.write(chunk);
  }

  finish(): Promise<StoredFile> {
    return this.#writer.finish(this.#about);
  }

  discard(): Promise<void> {
    return this.#writer.discard();
  }
}

function startField(part: MultipartPart, position: number, store: FileStore): Field {
  const { name, filename, type } = headersOf(part, position);
  if (name === undefined || name === "")
    throw new Refusal(
      400,
      `Part ${position} of the form has no name; its Content-Disposition must be form-data; name="..."`,
    );
  if (filename === undefined && isText(type)) return new TextField(name);
  return new FileField(name, { name: filename ?? "", ...(type !== undefined && { type }) }, store.writer());
}

function headersOf(part: MultipartPart, position: number): { name?: string; filename?: string; type?: string } {
  try {
    const { name, filename, headers } = part;
    const { "content-type": type } = headers;
    return {
      ...(name !== undefined && { name: unescapeName(name) }),
      ...(filename !== undefined && { filename: unescapeName(filename) }),
      ...(type !== undefined && { type }),
    };
  } catch {
    throw new Refusal(400, `The headers of part ${position} of the form are not UTF-8`);
  }
}

/** Browsers write quotes and line breaks in names so. @see https://html.spec.whatwg.org/#multipart-form-data */
function unescapeName(name: string): string {
  return name.replace(/%22/g, '"').replace(/%0D/gi, "\r").replace(/%0A/gi, "\n");
}

function isText(type: string | undefined): boolean {
  const essence = parseMediaType(type ?? "text/plain")?.essence ?? "";
  return essence.startsWith("text/") || isJson(essence);
}

function boundaryOf(contentType: string): string {
  const boundary = getMultipartBoundary(contentType)?.trim() ?? "";
  if (/^[\w'()+,./:=? -]{1,70}$/.test(boundary)) return boundary;
  throw new Refusal(
    400,
    "The Content-Type of the form names no valid boundary; leave that header to what writes the form, such as fetch with FormData",
  );
}

function shown(name: string): string {
  return JSON.stringify(name.slice(0, 60));
}
