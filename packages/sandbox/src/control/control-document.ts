import type { Schema } from "../tables/tables.ts";

/** What of the control plane's OpenAPI document its own code reads. */
export interface ControlDocument {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string; readonly [member: string]: unknown };
  readonly paths: Readonly<Record<string, Readonly<Record<string, ControlOperation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly parameters: Readonly<Record<string, ControlParameter>>;
    readonly [member: string]: unknown;
  };
  readonly [member: string]: unknown;
}

/** One operation of the document. */
export interface ControlOperation {
  readonly operationId: string;
  readonly parameters?: readonly (ControlParameter | { readonly $ref: string })[];
  readonly requestBody?: {
    readonly required?: boolean;
    readonly content: Readonly<Record<string, { readonly schema: Schema; readonly [member: string]: unknown }>>;
    readonly [member: string]: unknown;
  };
  readonly [member: string]: unknown;
}

/** One parameter of the document. */
export interface ControlParameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: Schema;
  readonly [member: string]: unknown;
}
