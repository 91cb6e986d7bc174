import { type ComponentRef, type Pointer, pointer, responseRef } from "./common.ts";
import type { JsonSchema } from "./json-schema.ts";

/** The vendor's error body. */
export interface Errors {
  /** The answer to what no operation declares: an unknown path, a wrong method, a body that can't be read. */
  readonly response: ComponentRef;
  /** Where any error body has its text for people. */
  readonly message: Pointer;
  /** What an unknown path is answered. */
  readonly unknownPath?: {
    /** Name of an example of `response`. */
    readonly example: string;
    /** Where it repeats the path of the request. */
    readonly path?: Pointer;
  };
  /** What a wrong method is answered. */
  readonly unknownMethod?: {
    /** Name of an example of `response`. */
    readonly example: string;
  };
}

const example: JsonSchema = {
  description: "Name of an example of `response`, whose body it is.",
  type: "string",
  minLength: 1,
};

/** Schema of {@link Errors}. */
export const errors: JsonSchema = {
  description: "The vendor's error body, for every error that a stand-in for the server gives.",
  type: "object",
  required: ["response", "message"],
  additionalProperties: false,
  properties: {
    response: {
      ...responseRef,
      description:
        "The answer to what no operation declares, such as an unknown path, as a response component in plain text.",
    },
    message: { ...pointer, description: "Where any error body has its text for people." },
    unknownPath: {
      description: "What an unknown path is answered, where it is not the first example of `response`.",
      type: "object",
      required: ["example"],
      additionalProperties: false,
      properties: { example, path: { ...pointer, description: "Where it repeats the path of the request." } },
    },
    unknownMethod: {
      description: "What a wrong method is answered, where it is not the first example of `response`.",
      type: "object",
      required: ["example"],
      additionalProperties: false,
      properties: { example },
    },
  },
};
