import { DocumentError } from "./document-error.ts";

/** The parts of a bundled OpenAPI 3.1 document that the generator reads. */
export interface OpenApiDocument {
  readonly openapi: string;
  readonly info?: { readonly title?: string; readonly version?: string };
  readonly security?: SecurityRequirements;
  readonly tags?: readonly { readonly name: string; readonly description?: string }[];
  readonly paths: Readonly<Record<string, PathItem>>;
  readonly webhooks?: Readonly<Record<string, PathItem>>;
  readonly components?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly "x-behaviors"?: unknown;
}

/** Alternatives, each a map of security scheme to scopes. */
export type SecurityRequirements = readonly Readonly<Record<string, readonly string[]>>[];

/** A reference to a component of the same document. */
export interface Reference {
  readonly $ref: string;
}

/** A path with its operations under the names of the methods, and the parameters that they share. */
export interface PathItem {
  readonly parameters?: readonly (ParameterObject | Reference)[];
  readonly [method: string]: unknown;
}

/** An operation as it stands in the document. */
export interface OperationObject {
  readonly operationId?: string;
  readonly "x-method"?: string;
  readonly tags?: readonly string[];
  readonly summary?: string;
  readonly description?: string;
  readonly deprecated?: boolean;
  readonly externalDocs?: { readonly url: string };
  readonly security?: SecurityRequirements;
  readonly parameters?: readonly (ParameterObject | Reference)[];
  readonly requestBody?: RequestBodyObject | Reference;
  readonly responses?: Readonly<Record<string, ResponseObject | Reference>>;
  readonly [extension: `x-${string}`]: unknown;
}

/** A parameter as it stands in the document. */
export interface ParameterObject {
  readonly name: string;
  readonly in: string;
  readonly description?: string;
  readonly required?: boolean;
  readonly style?: string;
  readonly explode?: boolean;
  readonly allowReserved?: boolean;
  readonly schema?: SchemaObject | Reference;
  readonly content?: unknown;
}

/** A request body as it stands in the document. */
export interface RequestBodyObject {
  readonly required?: boolean;
  readonly content: Readonly<Record<string, MediaTypeObject>>;
}

/** A response as it stands in the document. */
export interface ResponseObject {
  readonly description?: string;
  readonly content?: Readonly<Record<string, MediaTypeObject>>;
}

/** The body of one media type. */
export interface MediaTypeObject {
  readonly schema?: SchemaObject | Reference;
}

/** The keywords of a JSON Schema that the generator looks at; openapi-typescript reads the rest. */
export interface SchemaObject {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly allOf?: readonly (SchemaObject | Reference)[];
  readonly anyOf?: readonly (SchemaObject | Reference)[];
  readonly oneOf?: readonly (SchemaObject | Reference)[];
  readonly [keyword: string]: unknown;
}

/**
 * Reads a bundle.
 * @param text - The JSON text.
 * @param source - Where the text came from; named in the error.
 * @throws {DocumentError} The text is no JSON, or no OpenAPI 3.1 document with paths.
 */
export function parseDocument(text: string, source: string): OpenApiDocument {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (cause) {
    throw new DocumentError(`${source}: not JSON; run \`pnpm bundle\``, { cause });
  }
  if (!isObject(document) || typeof document.openapi !== "string" || !document.openapi.startsWith("3.1.")) {
    throw new DocumentError(`${source}: no \`openapi: 3.1.x\` at its root; give the bundle of an OpenAPI 3.1 document`);
  }
  if (!isObject(document.paths)) throw new DocumentError(`${source}: no \`paths\`, so there is nothing to generate`);
  return { ...document, openapi: document.openapi, paths: document.paths as OpenApiDocument["paths"] };
}

/**
 * What a reference points at; anything else is given back as it is.
 * @throws {DocumentError} The reference leaves the document or points at nothing.
 */
export function dereference<T extends object>(document: OpenApiDocument, value: T | Reference): T {
  let target: unknown = value;
  for (let hops = 0; isReference(target); hops += 1) {
    const pointer = target.$ref;
    if (!pointer.startsWith("#/") || hops > 20)
      throw new DocumentError(`${pointer}: can't be followed inside the bundle`);
    target = pointer
      .slice(2)
      .split("/")
      .map((part) => decodeURIComponent(part).replaceAll("~1", "/").replaceAll("~0", "~"))
      .reduce<unknown>((node, key) => (isObject(node) ? node[key] : undefined), document);
    if (!isObject(target)) throw new DocumentError(`${pointer}: points at nothing in the bundle`);
  }
  return target as T;
}

/** Whether a value is a plain JSON object. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isReference(value: unknown): value is Reference {
  return isObject(value) && typeof value.$ref === "string";
}
