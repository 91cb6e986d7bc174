import { type ComponentRef, type Pointer, pointer, responseRef } from "./common.ts";
import type { JsonSchema } from "./json-schema.ts";

/** The vendor's error body. */
export interface Errors {
  /** The answer to what no operation declares: an unknown path, a wrong method, a body that can't be read. */
  readonly response: ComponentRef;
  /** Where any error body has its text for people. */
  readonly message: Pointer;
}

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
  },
};
