/** The parts of a bundled OpenAPI document that the pages are made from. */
export interface ApiDocument {
  readonly info: {
    readonly title: string;
    readonly version: string;
    readonly summary?: string;
    readonly description?: string;
  };
  readonly externalDocs?: ExternalDocs;
  readonly tags?: readonly { readonly name: string; readonly "x-displayName"?: string }[];
  readonly paths?: { readonly [path: string]: { readonly [key: string]: unknown } };
}

/** A link to somebody else's page. */
export interface ExternalDocs {
  readonly url: string;
  readonly description?: string;
}

/** The parts of an operation that the pages are made from. */
export interface Operation {
  readonly operationId: string;
  readonly tags?: readonly string[];
  readonly summary?: string;
  readonly description?: string;
  readonly externalDocs?: ExternalDocs;
}

/** An operation with its place in the document. */
export interface PlacedOperation {
  readonly path: string;
  /** In lower case, as in the document. */
  readonly method: string;
  readonly operation: Operation;
}

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** All operations of a document, in its order. */
export function listOperations(document: ApiDocument): PlacedOperation[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => methods.includes(method))
      .map(([method, operation]) => ({ path, method, operation: operation as Operation })),
  );
}

/**
 * The part after the page's name that opens one operation in its reference, such as `#/halls/listhalls`.
 * Redoc makes it of the tag and the operationId, in lower case.
 */
export function operationRoute({ operationId, tags }: Operation): string {
  return `#/${encodeURIComponent(tags?.[0] ?? "").toLowerCase()}/${encodeURIComponent(operationId).toLowerCase()}`;
}
