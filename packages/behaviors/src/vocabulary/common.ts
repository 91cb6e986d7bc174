import type { JsonSchema } from "./json-schema.ts";

/** ISO 8601 duration from days to milliseconds, such as `PT1M` or `PT0.25S`. */
export type Duration = string;

/** JSON Pointer (RFC 6901); the empty string is the whole body. */
export type Pointer = string;

/** A value of a request: `path.id`, `query.<name>`, `header.<name>`, or `body` and a JSON Pointer, such as `body/name`. */
export type ParamRef = string;

/** A component of the bundle in plain text, such as `#/components/responses/RateLimited`; never a `$ref`. */
export type ComponentRef = string;

/** An error answer that a behaviour can give; every operation that can give it declares it. */
export interface Answer {
  /** HTTP status, 100 to 599. */
  readonly status: number;
  readonly response: ComponentRef;
}

/** A reference to a definition, by its name. */
export const reference: JsonSchema = {
  description: "Name of a definition in `x-behaviors`.",
  type: "string",
  pattern: "^[a-z][A-Za-z0-9]{0,47}$",
  not: { const: "none" },
};

/** The name under which something is defined; `none` is taken, because an operation says it to mean no definition. */
export const name: JsonSchema = { ...reference, description: "Name of a definition: camelCase, up to 48 characters." };

/** The name of a resource. */
export const resourceName: JsonSchema = {
  description: "Name of a resource in `x-behaviors`: PascalCase, up to 48 characters.",
  type: "string",
  pattern: "^[A-Z][A-Za-z0-9]{0,47}$",
};

/** The value by which an operation opts out of a default or a requirement. */
export const none: JsonSchema = {
  description: "Explicitly nothing: the behaviour does not apply here.",
  const: "none",
};

/** Schema of {@link Duration}. */
export const duration: JsonSchema = {
  description: "ISO 8601 duration from days to milliseconds, such as PT1M.",
  type: "string",
  pattern: "^P(?!$)(\\d+D)?(T(?=\\d)(\\d+H)?(\\d+M)?(\\d+(\\.\\d{1,3})?S)?)?$",
};

/** Schema of {@link Pointer}. */
export const pointer: JsonSchema = {
  description: "JSON Pointer into a body; the empty string is the whole body.",
  type: "string",
  pattern: "^(/([^~/]|~[01])*)*$",
};

/** Schema of {@link ParamRef}. */
export const paramRef: JsonSchema = {
  description: "A declared parameter by place and wire name, such as path.id.",
  type: "string",
  pattern: "^(path|query|header)\\.[^\\s/]+$",
};

/** Schema of a {@link ParamRef} that may also lead into the request body. */
export const requestRef: JsonSchema = {
  description: "A value of the request: a declared parameter such as path.id, or body and a JSON Pointer.",
  type: "string",
  pattern: "^((path|query|header)\\.[^\\s/]+|body(/([^~/]|~[01])*)*)$",
};

/** Schema of a {@link ComponentRef} to a response. */
export const responseRef: JsonSchema = {
  description: "A response component of the bundle, as plain text: tools would open a file behind a $ref.",
  type: "string",
  pattern: "^#/components/responses/[A-Za-z0-9._-]+$",
};

/** Schema of a {@link ComponentRef} to a schema. */
export const schemaRef: JsonSchema = {
  description: "A schema component of the bundle, as plain text.",
  type: "string",
  pattern: "^#/components/schemas/[A-Za-z0-9._-]+$",
};

/** Schema of {@link Answer}. */
export const answer: JsonSchema = {
  description: "An error answer; every operation that can give it declares it.",
  type: "object",
  required: ["status", "response"],
  additionalProperties: false,
  properties: {
    status: { description: "HTTP status of the answer.", type: "integer", minimum: 100, maximum: 599 },
    response: responseRef,
  },
};

/** Schema of the operationId of another operation of the document. */
export const operationId: JsonSchema = {
  description: "operationId of an operation of this document.",
  type: "string",
  minLength: 1,
};
