import { isRecord } from "../../is-record.ts";
import type { OperationModel } from "../operation-model.ts";
import type { Check } from "../rule.ts";
import { resolvePointer } from "../schema-pointer.ts";
import type { Spot } from "../spot.ts";
import { suspiciousName } from "../suspicious-name.ts";

/** Each operation says what it must, and nothing stands where it has no meaning. */
export const behaviorRequired: Check = (document, report) => {
  const schemes = new Set(document.block("auth").map(([, auth]) => auth.get("scheme")?.value));
  for (const operation of document.operations) {
    const { id, method, spot } = operation;
    const says = (key: string) => spot.get(key) !== undefined;
    const here = spot.at.key();
    if (!says("x-method")) report(`${id} does not name its client method in x-method.`, here);
    if (!says("x-evidence")) report(`${id} has no x-evidence, and x-behaviors.defaults has no evidence.`, here);
    if (!says("x-pagination") && isList(operation)) {
      report(`${id} gives a list: x-pagination names how it continues, or is none.`, here);
    }
    if (!says("x-redirect-hosts") && canRedirect(operation)) {
      report(`${id} declares a redirect or a binary body: x-redirect-hosts says where a redirect may lead.`, here);
    }
    if (Array.isArray(spot.get("x-redirect-hosts")?.value) && !(method === "get" && canRedirect(operation))) {
      const where = spot.get("x-redirect-hosts")?.at ?? here;
      report(`${id}: x-redirect-hosts [any] is for a GET with a binary body or a declared 3xx.`, where);
    }
    const name = suspiciousName(operation);
    if (name !== undefined && !says("x-sensitive")) {
      report(`${id} has a parameter or property ${name}: x-sensitive lists what is secret.`, here);
    }
    for (const scheme of document.security(operation).keys()) {
      if (schemes.has(scheme)) continue;
      report(`No x-behaviors.auth says how ${scheme} is judged.`, document.behaviors?.at ?? here);
    }
    const idempotent = spot.get("x-idempotent");
    if (idempotent !== undefined && !["post", "patch"].includes(method) && idempotent.value !== false) {
      report(`${id}: HTTP makes ${method.toUpperCase()} idempotent; only false may be said here.`, idempotent.at);
    }
  }
};

/** A GET that is called a list, gives an array, or an envelope: an array of objects with nothing but objects beside it. */
function isList(operation: OperationModel): boolean {
  if (operation.method !== "get") return false;
  return (
    operation.id.startsWith("list") ||
    operation.spot.find("x-resource", "action")?.value === "list" ||
    operation.successSchemas().some((schema) => isArray(schema) || isEnvelope(schema))
  );
}

function isArray(schema: Spot): boolean {
  return resolvePointer(schema, "").types.has("array");
}

function isEnvelope(schema: Spot): boolean {
  const members = resolvePointer(schema, "").schemas.flatMap((branch) => branch.get("properties")?.members() ?? []);
  const types = members.map(([, member]) => resolvePointer(member, "").types);
  const lists = members.filter(([, member]) => isArray(member) && resolvePointer(member, "/0").types.has("object"));
  return lists.length > 0 && types.every((type) => type.has("array") || type.has("object"));
}

function canRedirect(operation: OperationModel): boolean {
  const isBinary = ({ value }: Spot) => isRecord(value) && value.format === "binary";
  const statuses = operation.responses().map(([status]) => status);
  return (
    statuses.some((status) => status.startsWith("3")) ||
    operation.successBodies().some(({ schema }) => isBinary(schema))
  );
}
