import { isRecord } from "./is-record.ts";
import { merge, parseReference } from "./merge.ts";
import { validate } from "./validate.ts";
import { type Evidence, evidence } from "./vocabulary/evidence.ts";
import { type IdempotencyKey, idempotencyKey } from "./vocabulary/idempotency.ts";
import { type Job, jobKey, pollDefaults } from "./vocabulary/job.ts";
import { type Pagination, paginationKey } from "./vocabulary/pagination.ts";
import { type RateLimit, rateLimitKey } from "./vocabulary/rate-limit.ts";
import { type ResourceUse, resourceKey } from "./vocabulary/resource.ts";
import type { Sensitive } from "./vocabulary/sensitive.ts";
import type { VocabularyKey } from "./vocabulary/vocabulary-key.ts";

/** Everything that one operation of a bundle declares beyond shapes, with references followed and defaults filled in. */
export interface ResolvedBehaviors {
  /** The class that the operation burns; absent when it is not limited. */
  readonly rateLimit?: RateLimit & { readonly name: string };
  /** How the list continues; absent when it does not. */
  readonly pagination?: Pagination;
  /**
   * The job that the operation starts. `result` lists pointers into the final answer, the first present wins; where the
   * operation says nothing it is what the first successful state says.
   */
  readonly job?: Job & {
    readonly name: string;
    readonly result?: readonly string[];
    readonly resultKind: "json" | "file";
    /** The component of the result, where the pointers alone do not tell it. */
    readonly resultSchema?: string;
  };
  /** What the operation does with a resource; absent when it touches none. */
  readonly resource?: ResourceUse;
  /** Whether a repeat is harmless, or the key that makes it so; absent where HTTP's own rule for the method holds. */
  readonly idempotent?: boolean | IdempotencyKey;
  /** Where redirects may lead. */
  readonly redirectHosts: "any" | "none";
  /** What must not show up in logs; absent when nothing is. */
  readonly sensitive?: Sensitive;
  readonly evidence: Evidence;
}

/**
 * The behaviours of one operation of a bundle.
 * @param document - The bundle, parsed; its defaults are expanded already.
 * @param operation - One of its operations.
 * @throws {Error} The operation refers to something undefined, or a definition is incomplete: the bundle was not linted.
 */
export function resolveBehaviors(document: object, operation: object): ResolvedBehaviors {
  const written = operation as Record<string, unknown>;
  const root = (document as Record<string, unknown>)["x-behaviors"];
  const find = (key: VocabularyKey) => findDefinition(isRecord(root) ? root : {}, key, written);

  const known = written["x-evidence"];
  const broken = validate(evidence, known)[0];
  if (broken !== undefined) throw new Error(`${nameOf(written)}: x-evidence ${broken.message}. Lint the document.`);

  const rateLimit = find(rateLimitKey);
  const pagination = find(paginationKey);
  const job = find(jobKey);
  const resource = find(resourceKey);
  const key = find(idempotencyKey);
  const idempotent = key === undefined ? written["x-idempotent"] : key.definition;
  const hosts = written["x-redirect-hosts"];
  const sensitive = written["x-sensitive"];
  return {
    ...(rateLimit && { rateLimit: { name: rateLimit.name, ...(rateLimit.definition as unknown as RateLimit) } }),
    ...(pagination && { pagination: pagination.definition as unknown as Pagination }),
    ...(job && { job: completeJob(job.name, job.definition as unknown as WrittenJob) }),
    ...(resource && { resource: written["x-resource"] as unknown as ResourceUse }),
    ...(idempotent !== undefined && { idempotent: idempotent as boolean | IdempotencyKey }),
    redirectHosts: Array.isArray(hosts) && hosts.includes("any") ? "any" : "none",
    ...(isRecord(sensitive) && { sensitive: sensitive as Sensitive }),
    evidence: known as Evidence,
  };
}

type WrittenJob = Omit<Job, "poll"> & {
  readonly poll?: Partial<Job["poll"]>;
  readonly result?: string | readonly string[];
  readonly resultKind?: "json" | "file";
  readonly resultSchema?: string;
};

function completeJob(name: string, job: WrittenJob): NonNullable<ResolvedBehaviors["job"]> {
  const { start, status, states, poll, result, resultKind = "json", resultSchema } = job;
  const success = Object.values(states).find((state) => "end" in state && state.end === "success");
  const found = result ?? (success !== undefined && "result" in success ? success.result : undefined);
  return {
    name,
    start,
    status,
    states,
    poll: { ...pollDefaults, ...poll },
    ...(found !== undefined && { result: typeof found === "string" ? [found] : found }),
    resultKind,
    ...(resultSchema !== undefined && { resultSchema }),
  };
}

function findDefinition(
  root: Record<string, unknown>,
  { extension, definitions }: VocabularyKey,
  operation: Record<string, unknown>,
): { name: string; definition: Record<string, unknown> } | undefined {
  const reference = parseReference(operation[extension], definitions?.by);
  if (reference === undefined || definitions === undefined) return undefined;
  const block = root[definitions.block];
  const defined = isRecord(block) ? block[reference.name] : undefined;
  const what = `${nameOf(operation)}: ${extension} ${reference.name}`;
  if (defined === undefined)
    throw new Error(`${what} is not defined in x-behaviors.${definitions.block}. Lint the document.`);
  const broken = definitions.merged && validate(definitions.merged, merge(defined, reference))[0];
  if (broken !== undefined) throw new Error(`${what} ${broken.message}. Lint the document.`);
  return { name: reference.name, definition: merge(defined, reference) };
}

function nameOf(operation: Record<string, unknown>): string {
  return typeof operation.operationId === "string" ? operation.operationId : "An operation without operationId";
}
