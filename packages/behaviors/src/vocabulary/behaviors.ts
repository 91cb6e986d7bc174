import { type Auth, auth } from "./auth.ts";
import { name } from "./common.ts";
import { type Errors, errors } from "./errors.ts";
import { defaultEvidence, type Evidence } from "./evidence.ts";
import { type IdempotencyKey, idempotencyKey } from "./idempotency.ts";
import type { Job } from "./job.ts";
import type { JsonSchema } from "./json-schema.ts";
import { keys } from "./keys.ts";
import type { OffsetPagination, Pagination } from "./pagination.ts";
import { type RateLimit, rateLimitKey } from "./rate-limit.ts";
import { type Reasons, reasons } from "./reasons.ts";
import type { Resource } from "./resource.ts";
import { type Webhooks, webhooks } from "./webhooks.ts";

/** Definitions by name. */
export interface Definitions<Definition> {
  readonly [name: string]: Definition;
}

/** The root block `x-behaviors` as written: definitions, and what every operation has unless it says otherwise. */
export interface Behaviors {
  readonly version: 1;
  readonly defaults?: {
    /** For every operation. */
    readonly rateLimit?: string;
    /** For every POST and PATCH. */
    readonly idempotent?: boolean | string;
    /** For every operation. */
    readonly evidence?: Evidence;
  };
  readonly rateLimits?: Definitions<RateLimit>;
  readonly pagination?: Definitions<Partial<Pagination> & Pick<OffsetPagination | Pagination, "style">>;
  readonly jobs?: Definitions<Omit<Job, "poll"> & { readonly poll?: Partial<Job["poll"]> }>;
  readonly resources?: Definitions<Resource>;
  readonly idempotency?: Definitions<IdempotencyKey>;
  readonly auth?: Definitions<Auth>;
  /** Who is told of what, and how. */
  readonly webhooks?: Webhooks;
  readonly errors: Errors;
  /** A version in front of a path does not matter: old ones stay alive. */
  readonly anyVersion?: true;
  /** Operations that keep no state, each with its reason. */
  readonly static?: Reasons;
  /** Operations that need code of their own, each with its reason. */
  readonly hooks?: Reasons;
}

const blocks = keys.flatMap(({ definitions }) => (definitions === undefined ? [] : [definitions]));

/** Schema of {@link Behaviors}: the version, the defaults, and one block for each key that has definitions. */
export const behaviorsSchema: JsonSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "x-behaviors",
  description:
    "What the server does beyond shapes: definitions, and what every operation has unless it says otherwise.",
  type: "object",
  required: ["version", "errors"],
  additionalProperties: false,
  properties: {
    version: { description: "Version of the vocabulary.", const: 1 },
    defaults: {
      description: "What every operation has unless it says otherwise; the bundle has it written out.",
      type: "object",
      minProperties: 1,
      additionalProperties: false,
      properties: {
        rateLimit: { ...rateLimitKey.use, description: "`x-rate-limit` of every operation." },
        idempotent: { ...idempotencyKey.use, description: "`x-idempotent` of every POST and PATCH." },
        evidence: { ...defaultEvidence, description: "`x-evidence` of every operation." },
      },
    },
    ...Object.fromEntries(
      blocks.map(({ block, written, name: called = name }): [string, JsonSchema] => [
        block,
        {
          description: `Definitions by name. ${written.description ?? ""}`.trim(),
          type: "object",
          minProperties: 1,
          propertyNames: called,
          additionalProperties: written,
        },
      ]),
    ),
    auth: {
      description: `Definitions by name. ${auth.description ?? ""}`,
      type: "object",
      minProperties: 1,
      propertyNames: name,
      additionalProperties: auth,
    },
    webhooks,
    errors,
    anyVersion: {
      description:
        "`true`: a version in front of a path, such as `/v9`, does not matter to a stand-in for the server, because old ones stay alive.",
      enum: [true],
    },
    static: reasons(
      "By operationId: operations that keep no state, each with its reason. A stand-in for the server gives their example.",
    ),
    hooks: reasons(
      "By operationId: operations that need code of their own in a stand-in for the server, each with what can't be declared. The code may build on what is declared.",
    ),
  },
};
