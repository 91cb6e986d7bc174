/** A JSON object whose members are not known. */
export type JsonObject = { readonly [name: string]: unknown };

/** One operation of a document, and where it stands. */
export interface Operation {
  /** In capitals, such as `GET`. */
  readonly method: string;
  /** The template, such as `/exhibits/{id}`. */
  readonly path: string;
  /** The operation itself. */
  readonly operation: JsonObject;
  /** Its parameters, with those of its path, references resolved. */
  readonly parameters: readonly JsonObject[];
}

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** Whether a value is a JSON object, no array. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The object that a value is or refers to within its document; an empty one where there is none. */
export function resolve(document: JsonObject, value: unknown): JsonObject {
  if (!isObject(value)) return {};
  if (typeof value.$ref !== "string") return value;
  let target: unknown = document;
  for (const token of value.$ref.split("/").slice(1)) {
    const name = decodeURIComponent(token).replaceAll("~1", "/").replaceAll("~0", "~");
    target = isObject(target) ? target[name] : undefined;
  }
  return isObject(target) ? target : {};
}

/** All operations under `paths`, in the order of the document. */
export function operationsOf(document: JsonObject): Operation[] {
  return Object.entries(isObject(document.paths) ? document.paths : {}).flatMap(([path, value]) => {
    const item = resolve(document, value);
    return methods.flatMap((method) => {
      const operation = item[method];
      if (!isObject(operation)) return [];
      const parameters = [operation.parameters, item.parameters] // the operation's own come first, they override
        .flatMap((list) => (Array.isArray(list) ? list : []))
        .map((parameter) => resolve(document, parameter));
      return [{ method: method.toUpperCase(), path, operation, parameters }];
    });
  });
}
