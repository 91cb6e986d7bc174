import { isRecord } from "../../is-record.ts";
import { idempotencyKey } from "../../vocabulary/idempotency.ts";
import { rateLimitKey } from "../../vocabulary/rate-limit.ts";
import type { Check } from "../rule.ts";

/** An answer that a behaviour can give is declared on every operation that can give it. */
export const behaviorAnswer: Check = (document, report) => {
  for (const { operation, used } of document.users(rateLimitKey)) {
    const { onExceed } = used.merged;
    if (!isRecord(onExceed)) continue;
    const { status, response } = onExceed;
    const declared = operation.spot.find("responses", String(status));
    const name = String(response).split("/").at(-1);
    if (declared?.component === name) continue;
    const instead = declared === undefined ? "declares no such status" : "declares another";
    report(
      `${operation.id} burns ${used.reference.name}, so it can answer ${String(status)} with ${name}, but ${instead}.`,
      (declared ?? operation.spot.get("responses") ?? operation.spot).at,
    );
  }
  for (const { operation, used } of document.users(idempotencyKey)) {
    const status = String(used.merged.replayStatus);
    if (used.definition === undefined || operation.spot.find("responses", status) !== undefined) continue;
    report(`${operation.id} answers a repeated key with ${status}, but does not declare that status.`, used.spot.at);
  }
};
