import { jobKey } from "../../vocabulary/job.ts";
import { rateLimitKey } from "../../vocabulary/rate-limit.ts";
import type { Check } from "../rule.ts";

/** Each operation has a behaviour that answers it, a hook, or a reason to keep no state; and each reason an operation. */
export const behaviorCoverage: Check = (document, report) => {
  const statics = document.block("static");
  const hooks = document.block("hooks");
  const reasons = new Set([...statics, ...hooks].map(([id]) => id));
  const read = new Set([
    ...document.definitions(jobKey).map(([, job]) => job.find("status", "operationId")?.value),
    ...document.definitions(rateLimitKey).map(([, limit]) => limit.find("account", "operationId")?.value),
  ]);
  const answered = new Set(
    document.operations
      .filter(({ id, spot }) => ["x-resource", "x-job"].some((key) => spot.get(key) !== undefined) || read.has(id))
      .map(({ id }) => id),
  );
  for (const { id, spot } of document.operations) {
    if (answered.has(id) || reasons.has(id)) continue;
    const choice = "declare x-resource or x-job, or give a reason under hooks or static in x-behaviors";
    report(`Nothing says what ${id} does: ${choice}.`, spot.at.key());
  }
  for (const [id, reason] of [...statics, ...hooks]) {
    if (document.operation(id) === undefined) report(`No operation has the operationId ${id}.`, reason.at.key());
  }
  const hooked = new Set(hooks.map(([id]) => id));
  for (const [id, reason] of statics) {
    const other = answered.has(id) ? "a behaviour" : hooked.has(id) ? "a hook" : undefined;
    if (other !== undefined) report(`${id} has ${other}, so it is not static.`, reason.at.key());
  }
};
