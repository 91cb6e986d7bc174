import { isRecord } from "../../is-record.ts";
import { idempotencyKey } from "../../vocabulary/idempotency.ts";
import { jobKey } from "../../vocabulary/job.ts";
import { keys } from "../../vocabulary/keys.ts";
import { paginationKey } from "../../vocabulary/pagination.ts";
import { rateLimitKey } from "../../vocabulary/rate-limit.ts";
import { resourceKey } from "../../vocabulary/resource.ts";
import { checkAuthReferences } from "../auth-references.ts";
import type { DocumentModel } from "../document-model.ts";
import type { OperationModel } from "../operation-model.ts";
import { checkResourceReferences, parentTypes } from "../resource-references.ts";
import type { Check, Report } from "../rule.ts";
import type { Spot } from "../spot.ts";
import { checkWebhookBodies, checkWebhookReferences } from "../webhook-references.ts";

/** Each name leads somewhere: definitions, operations, parameters, components; and each definition has a user. */
export const behaviorReference: Check = (document, report) => {
  for (const key of keys) {
    const block = key.definitions?.block;
    const users = document.users(key);
    for (const { operation, used } of users) {
      if (used.definition !== undefined) continue;
      const at = blameDefault(document, used.reference.name)?.at ?? used.spot.at;
      const who = at === used.spot.at ? `${operation.id}: ${key.extension}` : "A default";
      report(`${who} names ${used.reference.name}, which x-behaviors.${block} does not define.`, at);
    }
    for (const [name, definition] of document.definitions(key)) {
      if (users.some(({ used }) => used.reference.name === name)) continue;
      if (key === resourceKey && (parentTypes(document).has(name) || definition.get("internal"))) continue;
      report(`x-behaviors.${block}.${name} is used by no operation.`, definition.at.key());
    }
  }
  checkOperationIds(document, report);
  checkComponents(document, report);
  checkResultSchemas(document, report);
  checkParameters(document, report);
  checkResourceReferences(document, report);
  checkAuthReferences(document, report);
  checkWebhookReferences(document, report);
  checkWebhookBodies(document, report);
};

/** The default that names an unknown definition: one finding there instead of one on each operation. */
function blameDefault(document: DocumentModel, name: string): Spot | undefined {
  const defaults = document.behaviors?.get("defaults");
  return defaults?.members().find(([, spot]) => spot.value === name)?.[1];
}

function checkOperationIds(document: DocumentModel, report: Report): void {
  const named = [
    ...document.definitions(rateLimitKey).map(([, definition]) => definition.find("account", "operationId")),
    ...document.definitions(jobKey).map(([, definition]) => definition.find("status", "operationId")),
  ];
  for (const spot of named) {
    if (spot === undefined || document.operation(spot.value) !== undefined) continue;
    report(`No operation has the operationId ${String(spot.value)}.`, spot.at);
  }
}

const authAnswers = ["missing", "invalid", "forbidden"];

function checkComponents(document: DocumentModel, report: Report): void {
  const known = new Set([
    ...(document.root.find("components", "responses")?.members() ?? []).map(([name]) => name),
    ...document.operations.flatMap((operation) => operation.responses().map(([, response]) => response.component)),
  ]);
  const answers = document
    .block("auth")
    .flatMap(([, auth]) => authAnswers.map((answer) => auth.find(answer, "response")));
  const exceeded = document.definitions(rateLimitKey).map(([, definition]) => definition.find("onExceed", "response"));
  for (const spot of [...exceeded, ...answers, document.behaviors?.find("errors", "response")]) {
    const name = spot?.text()?.split("/").at(-1);
    if (spot !== undefined && name !== undefined && !known.has(name)) {
      report(`No response component is called ${name}, and no operation refers to one.`, spot.at);
    }
  }
}

function checkResultSchemas(document: DocumentModel, report: Report): void {
  for (const { operation, used } of document.users(jobKey)) {
    const schema = used.spot.get("resultSchema");
    if (schema === undefined || document.schema(schema.text()) !== undefined) continue;
    report(`${operation.id}: no schema component is called ${schema.text()?.split("/").at(-1)}.`, schema.at);
  }
}

function checkParameters(document: DocumentModel, report: Report): void {
  for (const { operation, used } of document.users(paginationKey)) {
    const { param, size, back } = used.merged;
    demandParameter(operation, param, "query", used.spot, report);
    demandParameter(operation, back, "query", used.spot, report);
    if (isRecord(size)) checkSize(operation, size, used.spot, report);
  }
  for (const { operation, used } of document.users(idempotencyKey)) {
    demandParameter(operation, used.merged.header, "header", used.spot, report);
  }
  for (const [, job] of document.definitions(jobKey)) {
    const [place, ...name] = job.find("status", "param")?.text()?.split(".") ?? [];
    const status = document.operation(job.find("status", "operationId")?.value);
    const spot = job.find("status", "param");
    if (status !== undefined && spot !== undefined) demandParameter(status, name.join("."), place, spot, report);
  }
}

function demandParameter(
  operation: OperationModel,
  name: unknown,
  place: string | undefined,
  spot: Spot,
  report: Report,
): void {
  if (typeof name !== "string" || operation.parameter(name, place) !== undefined) return;
  report(`${operation.id} declares no ${place} parameter ${name}.`, spot.at);
}

function checkSize(operation: OperationModel, size: Record<string, unknown>, spot: Spot, report: Report): void {
  demandParameter(operation, size.param, "query", spot, report);
  const schema = typeof size.param === "string" ? operation.parameter(size.param)?.get("schema") : undefined;
  for (const [member, keyword] of [
    ["default", "default"],
    ["max", "maximum"],
  ] as const) {
    const stated = schema?.get(keyword)?.value;
    if (stated === undefined || size[member] === undefined || stated === size[member]) continue;
    const there = `the parameter ${String(size.param)} has ${keyword} ${String(stated)}`;
    report(`${operation.id}: size.${member} is ${String(size[member])}, but ${there}.`, spot.at);
  }
  if (typeof size.default === "number" && typeof size.max === "number" && size.default > size.max) {
    report(`${operation.id}: size.default ${size.default} is more than size.max ${size.max}.`, spot.at);
  }
}
