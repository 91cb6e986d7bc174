import { type Answer, answer, name, type Pointer, pointer, resourceName } from "./common.ts";
import { type Evidence, evidence } from "./evidence.ts";
import type { JsonSchema } from "./json-schema.ts";

/** How the server judges the credentials of one security scheme. */
export interface Auth {
  /** Name in `components.securitySchemes`. */
  readonly scheme: string;
  /** Scopes that the operations of some methods need, besides what their `security` lists. */
  readonly scopes?: { readonly [scope: string]: readonly ("post" | "put" | "delete")[] };
  /** The scopes that a credential has, by the role of its owner. */
  readonly roles?: { readonly [role: string]: readonly string[] };
  /** Credentials that operations issue, such as by a login: each is an entity that says until when it holds. */
  readonly issued?: {
    /** Name in `x-behaviors.resources`. */
    readonly type: string;
    /** Where an entity has its credential. */
    readonly token: Pointer;
    /** Where it has its end, a time; without one it holds for ever. */
    readonly until: Pointer;
  };
  /** Header with the name of the user as whom the owner of the credential acts. Who may do so is for the hooks to say. */
  readonly actAs?: string;
  /** No credential came. */
  readonly missing: Answer;
  /** The credential is unknown, malformed or revoked. */
  readonly invalid: Answer;
  /** The credential lacks a scope that the operation needs. */
  readonly forbidden: Answer;
  readonly evidence?: Evidence;
}

/** Schema of {@link Auth}. */
export const auth: JsonSchema = {
  description: "How the server judges the credentials of one security scheme.",
  type: "object",
  required: ["scheme", "missing", "invalid", "forbidden"],
  additionalProperties: false,
  properties: {
    scheme: { description: "Name of a scheme in `components.securitySchemes`.", type: "string", minLength: 1 },
    scopes: {
      description:
        "Scopes that the operations of some methods need, for a vendor that documents none. What a vendor documents stands in `security`.",
      type: "object",
      minProperties: 1,
      propertyNames: name,
      additionalProperties: {
        description: "The methods that need the scope.",
        type: "array",
        minItems: 1,
        uniqueItems: true,
        items: { description: "HTTP method.", enum: ["post", "put", "delete"] },
      },
    },
    roles: {
      description: "The scopes that a credential has, by the role of its owner.",
      type: "object",
      minProperties: 1,
      propertyNames: name,
      additionalProperties: {
        description: "The scopes of the role; none for one that may only do what needs none.",
        type: "array",
        uniqueItems: true,
        items: { description: "A scope.", type: "string", minLength: 1 },
      },
    },
    issued: {
      description:
        "Credentials that operations issue, such as by a login: each is an entity that says until when it holds.",
      type: "object",
      required: ["type", "token", "until"],
      additionalProperties: false,
      properties: {
        type: { ...resourceName, description: "Name in `x-behaviors.resources`." },
        token: { ...pointer, description: "Where an entity has its credential." },
        until: { ...pointer, description: "Where it has its end, a time; without one it holds for ever." },
      },
    },
    actAs: {
      description:
        "Header with the name of the user as whom the owner of the credential acts; it goes with the credential and stands in no operation.",
      type: "string",
      minLength: 1,
    },
    missing: { ...answer, description: "The answer when no credential came." },
    invalid: { ...answer, description: "The answer to a credential that is unknown, malformed or revoked." },
    forbidden: { ...answer, description: "The answer to a credential that lacks a scope which the operation needs." },
    evidence,
  },
};
