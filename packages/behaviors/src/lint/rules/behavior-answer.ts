import { isRecord } from "../../is-record.ts";
import { idempotencyKey } from "../../vocabulary/idempotency.ts";
import { jobKey } from "../../vocabulary/job.ts";
import { rateLimitKey } from "../../vocabulary/rate-limit.ts";
import { resourceKey } from "../../vocabulary/resource.ts";
import type { DocumentModel } from "../document-model.ts";
import type { OperationModel } from "../operation-model.ts";
import type { Check, Report } from "../rule.ts";
import type { Spot } from "../spot.ts";

/** An answer that a behaviour can give is declared on every operation that can give it. */
export const behaviorAnswer: Check = (document, report) => {
  for (const { operation, used } of document.users(rateLimitKey)) {
    const { onExceed } = used.merged;
    if (isRecord(onExceed)) demandAnswer(operation, onExceed, `burns ${used.reference.name}`, report);
  }
  for (const { operation, used } of document.users(idempotencyKey)) {
    const status = String(used.merged.replayStatus);
    if (used.definition === undefined || operation.spot.find("responses", status) !== undefined) continue;
    report(`${operation.id} answers a repeated key with ${status}, but does not declare that status.`, used.spot.at);
  }
  checkUnique(document, report);
  checkKept(document, report);
  for (const [, auth] of document.block("auth")) checkAuth(document, auth, report);
};

function demandAnswer(
  operation: OperationModel,
  { status, response }: Readonly<Record<string, unknown>>,
  because: string,
  report: Report,
): void {
  const declared = operation.spot.find("responses", String(status));
  const name = String(response).split("/").at(-1);
  if (declared?.component === name) return;
  const instead = declared === undefined ? "declares no such status" : "declares another";
  report(
    `${operation.id} ${because}, so it can answer ${String(status)} with ${name}, but ${instead}.`,
    (declared ?? operation.spot.get("responses") ?? operation.spot).at,
  );
}

/** What makes or changes an entity declares the status that keeps it unique. */
function checkUnique(document: DocumentModel, report: Report): void {
  for (const { operation, used } of document.users(resourceKey)) {
    if (!["create", "update"].includes(String(used.spot.get("action")?.value))) continue;
    for (const rule of used.definition?.get("unique")?.items() ?? []) {
      const status = String(rule.get("status")?.value);
      if (operation.spot.find("responses", status) !== undefined) continue;
      const what = `refuses a second ${used.reference.name} of the same members with ${status}`;
      report(`${operation.id} ${what}, but does not declare that status.`, used.spot.at);
    }
  }
}

/** Where a job is forgotten, its status operation declares the 404 that says so. */
function checkKept(document: DocumentModel, report: Report): void {
  for (const [name, job] of document.definitions(jobKey)) {
    const kept = job.get("kept");
    const status = document.operation(job.find("status", "operationId")?.value);
    if (kept === undefined || status === undefined || status.spot.find("responses", "404") !== undefined) continue;
    report(`${name} is forgotten, so ${status.id} can answer 404, but does not declare that status.`, kept.at);
  }
}

/** What takes a credential declares the answers to a wrong one; that of a missing scope, where it needs one. */
function checkAuth(document: DocumentModel, auth: Spot, report: Report): void {
  const scheme = String(auth.get("scheme")?.value);
  const byMethod = (auth.get("scopes")?.members() ?? []).flatMap(([, methods]) =>
    methods.items().map(({ value }) => value),
  );
  for (const operation of document.operations) {
    const scopes = document.security(operation).get(scheme);
    if (scopes === undefined) continue;
    const needsScope = scopes.length > 0 || byMethod.includes(operation.method);
    for (const kind of ["missing", "invalid", ...(needsScope ? ["forbidden"] : [])]) {
      const answer = auth.get(kind)?.value;
      if (isRecord(answer)) demandAnswer(operation, answer, `takes ${scheme}`, report);
    }
  }
}
