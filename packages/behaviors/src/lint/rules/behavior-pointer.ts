import { jobKey } from "../../vocabulary/job.ts";
import { paginationKey } from "../../vocabulary/pagination.ts";
import { rateLimitKey } from "../../vocabulary/rate-limit.ts";
import type { DocumentModel } from "../document-model.ts";
import type { OperationModel } from "../operation-model.ts";
import { type Demand, demand, demandAny } from "../pointer-demand.ts";
import { checkResourcePointers } from "../resource-pointers.ts";
import type { Check, Report } from "../rule.ts";
import { type JsonType, resolvePointer } from "../schema-pointer.ts";
import type { Spot } from "../spot.ts";
import { checkWebhookPointers } from "../webhook-references.ts";

/** Each pointer leads somewhere in the operation's own schemas, and to a value of the right type. */
export const behaviorPointer: Check = (document, report) => {
  checkAccounts(document, report);
  checkPagination(document, report);
  checkJobs(document, report);
  checkResourcePointers(document, report);
  checkWebhookPointers(document, report);
  checkSensitive(document, report);
};

const scalar: readonly JsonType[] = ["string", "integer", "number"];

function checkAccounts(document: DocumentModel, report: Report): void {
  for (const [name, definition] of document.definitions(rateLimitKey)) {
    const spot = definition.find("account", "pointer");
    const operation = document.operation(definition.find("account", "operationId")?.value);
    if (spot === undefined || operation === undefined) continue;
    const wanted: Demand = { what: `${name} in ${operation.id}`, pointer: spot.value, types: ["integer"], at: spot.at };
    demand(wanted, operation.successSchemas(), report);
  }
}

function checkPagination(document: DocumentModel, report: Report): void {
  for (const { operation, used } of document.users(paginationKey)) {
    const { items, key, total, more, at: time, next, prev, count } = used.merged;
    const at = used.spot.at;
    const schemas = operation.successSchemas();
    const member = (name: string, pointer: unknown, types: readonly JsonType[], of: readonly Spot[]) =>
      demand({ what: `${operation.id}: x-pagination ${name}`, pointer, types, at }, of, report);
    member("items", items, ["array"], schemas);
    member("total", total, ["integer"], schemas);
    member("more", more, ["boolean"], schemas);
    member("next", next, ["integer"], schemas);
    member("prev", prev, ["integer"], schemas);
    member("count", count, ["integer"], schemas);
    if (typeof items !== "string") continue;
    const item = schemas
      .flatMap((schema) => resolvePointer(schema, items).schemas)
      .flatMap((schema) => schema.get("items") ?? []);
    if (item.length > 0) member("key", key, scalar, item);
    if (item.length > 0) member("at", time, ["integer", "number"], item);
  }
}

function checkJobs(document: DocumentModel, report: Report): void {
  for (const [name, job] of document.definitions(jobKey)) {
    const status = document.operation(job.find("status", "operationId")?.value)?.successSchemas() ?? [];
    const member = (spot: Spot | undefined, of: readonly Spot[], who: string, types?: readonly JsonType[]) => {
      if (spot === undefined) return;
      demand({ what: `${name} in ${who}`, pointer: spot.value, at: spot.at, ...(types && { types }) }, of, report);
    };
    if (status.length > 0) {
      member(job.find("status", "state"), status, "its status operation", ["string", "boolean"]);
      for (const [, state] of job.get("states")?.members() ?? []) {
        member(state.get("result"), status, "its status operation");
        member(state.get("message"), status, "its status operation", ["string"]);
      }
    }
    for (const { operation, used } of document.users(jobKey)) {
      if (used.reference.name !== name) continue;
      member(job.find("start", "id"), operation.successSchemas(), operation.id, scalar);
      member(job.find("start", "state"), operation.successSchemas(), operation.id, ["string", "boolean"]);
      checkResult(operation, used.spot, [...status, ...operation.successSchemas()], report);
    }
  }
}

function checkResult(operation: OperationModel, spot: Spot, schemas: readonly Spot[], report: Report): void {
  const result = spot.get("result");
  if (result === undefined) return;
  const isFile = spot.get("resultKind")?.value === "file";
  const what = `${operation.id}: x-job result`;
  for (const pointer of Array.isArray(result.value) ? result.items() : [result]) {
    const types: readonly JsonType[] = ["string"];
    demandAny({ what, pointer: pointer.value, at: pointer.at, ...(isFile && { types }) }, schemas, report);
  }
}

function checkSensitive(document: DocumentModel, report: Report): void {
  for (const operation of document.operations) {
    const places = [
      ["request", operation.requestSchemas()],
      ["response", operation.successSchemas()],
    ] as const;
    for (const [place, schemas] of places) {
      for (const spot of operation.spot.find("x-sensitive", place)?.items() ?? []) {
        const what = `${operation.id}: x-sensitive ${place}`;
        demandAny({ what, pointer: spot.value, throughItems: true, at: spot.at }, schemas, report);
      }
    }
  }
}
