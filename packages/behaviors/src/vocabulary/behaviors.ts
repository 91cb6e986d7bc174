import { name } from "./common.ts";
import { defaultEvidence, type Evidence } from "./evidence.ts";
import { type IdempotencyKey, idempotencyKey } from "./idempotency.ts";
import type { Job } from "./job.ts";
import type { JsonSchema } from "./json-schema.ts";
import { keys } from "./keys.ts";
import type { OffsetPagination, Pagination } from "./pagination.ts";
import { type RateLimit, rateLimitKey } from "./rate-limit.ts";

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
  readonly idempotency?: Definitions<IdempotencyKey>;
}

const blocks = keys.flatMap(({ definitions }) => (definitions === undefined ? [] : [definitions]));

/** Schema of {@link Behaviors}: the version, the defaults, and one block for each key that has definitions. */
export const behaviorsSchema: JsonSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "x-behaviors",
  description:
    "What the server does beyond shapes: definitions, and what every operation has unless it says otherwise.",
  type: "object",
  required: ["version"],
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
      blocks.map(({ block, written }): [string, JsonSchema] => [
        block,
        {
          description: `Definitions by name. ${written.description ?? ""}`.trim(),
          type: "object",
          minProperties: 1,
          propertyNames: name,
          additionalProperties: written,
        },
      ]),
    ),
  },
};
