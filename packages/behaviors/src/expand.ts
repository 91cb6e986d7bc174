import { isRecord } from "./is-record.ts";

/**
 * Writes the defaults of `x-behaviors` into one operation, in place: `x-rate-limit` and `x-evidence` everywhere,
 * `x-idempotent` on POST and PATCH. What the operation says itself stays. Documented evidence without a source gets the
 * URL of the operation's `externalDocs`.
 * @param method - HTTP method of the operation, in any case.
 * @param behaviors - The root block; anything but an object gives no defaults.
 */
export function expandOperation(operation: Record<string, unknown>, method: string, behaviors: unknown): void {
  const defaults = isRecord(behaviors) && isRecord(behaviors.defaults) ? behaviors.defaults : {};
  const repeatable = ["post", "patch"].includes(method.toLowerCase());
  setMissing(operation, "x-rate-limit", defaults.rateLimit);
  if (repeatable) setMissing(operation, "x-idempotent", defaults.idempotent);
  setMissing(operation, "x-evidence", defaults.evidence);
  operation["x-evidence"] = withSource(operation["x-evidence"], operation.externalDocs);
  if (operation["x-evidence"] === undefined) delete operation["x-evidence"];
}

function setMissing(operation: Record<string, unknown>, key: string, value: unknown): void {
  if (operation[key] === undefined && value !== undefined) operation[key] = value;
}

function withSource(evidence: unknown, externalDocs: unknown): unknown {
  if (!isRecord(evidence) || evidence.kind !== "documented" || evidence.source !== undefined) return evidence;
  if (!isRecord(externalDocs) || typeof externalDocs.url !== "string") return evidence;
  const { kind, ...rest } = evidence;
  return { kind, source: externalDocs.url, ...rest };
}
