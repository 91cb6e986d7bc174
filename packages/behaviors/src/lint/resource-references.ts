import { jobKey } from "../vocabulary/job.ts";
import { resourceKey } from "../vocabulary/resource.ts";
import type { DocumentModel } from "./document-model.ts";
import type { OperationModel } from "./operation-model.ts";
import type { Report } from "./rule.ts";
import type { Spot } from "./spot.ts";

/** The names in resources lead somewhere: schemas, parents, parameters; and each job is a resource that can be read. */
export function checkResourceReferences(document: DocumentModel, report: Report): void {
  const known = new Set(document.definitions(resourceKey).map(([name]) => name));
  for (const [name, resource] of document.definitions(resourceKey)) {
    const schema = resource.get("schema");
    if (schema !== undefined && document.schema(schema.text()) === undefined)
      report(
        `No schema component is called ${schema.text()?.split("/").at(-1)}, and no operation refers to one.`,
        schema.at,
      );
    const parent = resource.find("parent", "type");
    if (parent !== undefined && !known.has(String(parent.value)))
      report(`${name}: x-behaviors.resources has no parent ${String(parent.value)}.`, parent.at);
  }
  for (const { operation, used } of document.users(resourceKey)) checkUse(operation, used.spot, report);
  for (const [name, job] of document.definitions(jobKey)) {
    const spot = job.find("status", "operationId");
    const status = document.operation(spot?.value);
    if (spot === undefined || status === undefined || status.spot.find("x-resource", "action")?.value === "get")
      continue;
    report(`${name}: ${status.id} gets no resource, so its jobs are kept nowhere; give it x-resource.`, spot.at);
  }
}

/**
 * The names of the resources that others belong to, that are credentials or are told of events: they have a user without
 * an operation.
 */
export function parentTypes(document: DocumentModel): Set<unknown> {
  const parents = document.definitions(resourceKey).map(([, resource]) => resource.find("parent", "type")?.value);
  const issued = document.block("auth").map(([, auth]) => auth.find("issued", "type")?.value);
  return new Set([...parents, ...issued, document.behaviors?.find("webhooks", "receiver", "type")?.value]);
}

function checkUse(operation: OperationModel, spot: Spot, report: Report): void {
  const action = spot.get("action");
  if (["get", "update", "delete"].includes(String(action?.value)) && !operation.path.includes("{"))
    report(`${operation.id}: its path has no parameter, so it can't name one entity.`, (action ?? spot).at);
  const maps = ["scope", "filter", "take"].flatMap((block) => spot.get(block)?.members() ?? []);
  const sources = [...maps.map(([, source]) => source), spot.find("sort", "param"), spot.find("sort", "order")];
  for (const source of sources) {
    const [place = "", ...name] = source?.text()?.split(".") ?? [];
    if (source === undefined || place.startsWith("body") || operation.parameter(name.join("."), place)) continue;
    report(`${operation.id} declares no ${place} parameter ${name.join(".")}.`, source.at);
  }
}
