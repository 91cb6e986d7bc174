import {
  dereference,
  isObject,
  type OpenApiDocument,
  type OperationObject,
  type Reference,
  type SchemaObject,
} from "./document.ts";
import { DocumentError } from "./document-error.ts";
import { chooseMedia } from "./media.ts";

/** The members that lead from a success body to the items of a list. */
export type ItemPath = readonly { readonly name: string; readonly isRequired: boolean }[];

/**
 * The members on the way of a JSON Pointer into the first success body.
 * @throws {DocumentError} The operation has no JSON body to hold items.
 */
export function itemPath(document: OpenApiDocument, { responses = {} }: OperationObject, pointer: string): ItemPath {
  const [success] = Object.keys(responses).filter((status) => status.startsWith("2"));
  const { content } = dereference(document, responses[success ?? ""] ?? {});
  const media = chooseMedia(content);
  if (media?.kind !== "json") throw new DocumentError("declares pages, but its success body is no JSON");
  let schema = content?.[media.mediaType]?.schema;
  const parts = pointer.split("/").slice(1);
  return parts.map((part) => {
    const name = part.replaceAll("~1", "/").replaceAll("~0", "~");
    const { properties, required } = schema === undefined ? {} : dereference<SchemaObject>(document, schema);
    schema = isObject(properties) ? (properties[name] as SchemaObject | Reference | undefined) : undefined;
    // What is not plain to see, such as a member of an `allOf`, is taken as optional: that is right for both.
    return { name, isRequired: Array.isArray(required) && required.includes(name) };
  });
}
