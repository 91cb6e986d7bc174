import { paginationKey } from "../vocabulary/pagination.ts";
import { resourceKey } from "../vocabulary/resource.ts";
import type { DocumentModel, Used } from "./document-model.ts";
import type { OperationModel } from "./operation-model.ts";
import { demand } from "./pointer-demand.ts";
import type { Location } from "./redocly-types.ts";
import type { Report } from "./rule.ts";
import type { JsonType } from "./schema-pointer.ts";
import type { Spot } from "./spot.ts";

/** Pointers of resources lead into the resource's schema, unless the member is hidden; those of a use into its bodies. */
export function checkResourcePointers(document: DocumentModel, report: Report): void {
  for (const [name, resource] of document.definitions(resourceKey)) {
    const member = memberCheck(document, name, resource, report);
    const at = (...keys: string[]): Spot | undefined => resource.find(...keys);
    for (const spot of [at("key", "pointer"), at("parent", "pointer")]) spot && member(spot.value, spot.at, scalar);
    const time: JsonType = at("times", "format")?.value === "ms" ? "integer" : "string";
    for (const [name, spot] of at("times")?.members() ?? [])
      if (name !== "format") member(spot.value, spot.at, time === "integer" ? ["integer", "number"] : [time]);
    for (const [pointer, spot] of at("initial")?.members() ?? []) member(pointer, spot.at.key());
    const unique = (at("unique")?.items() ?? []).flatMap((rule) => rule.get("pointers")?.items() ?? []);
    for (const spot of [...(at("key", "within")?.items() ?? []), ...unique]) member(spot.value, spot.at);
  }
  for (const { operation, used } of document.users(resourceKey)) {
    const { definition, spot, reference } = used;
    if (definition === undefined) continue;
    const member = memberCheck(document, `${operation.id}: ${reference.name}`, definition, report);
    for (const block of ["scope", "filter", "take"]) {
      for (const [pointer, source] of spot.get(block)?.members() ?? []) {
        member(pointer, source.at.key());
        checkBody(operation, source, report);
      }
    }
    for (const key of spot.find("sort", "keys")?.items() ?? []) member(`/${String(key.value)}`, key.at, scalar);
    const order = spot.get("order");
    if (order !== undefined) member(`/${order.text()?.split(" ")[0]}`, order.at, scalar);
    if (spot.get("action")?.value === "list") checkList(document, operation, used, report);
  }
}

const scalar: readonly JsonType[] = ["string", "integer", "number"];

/** Judges a pointer, given with its place and the types that it may lead to. */
export type MemberCheck = (pointer: unknown, at: Location, types?: readonly JsonType[]) => void;

/** Judges a pointer to a member of an entity: it leads into the schema, or the resource hides the member. */
export function memberCheck(document: DocumentModel, what: string, resource: Spot, report: Report): MemberCheck {
  const schema = document.schema(resource.get("schema")?.text());
  const hidden = (resource.get("hidden")?.items() ?? []).map(({ value }) => value);
  return (pointer, at, types) => {
    if (schema === undefined || hidden.includes(pointer)) return;
    demand({ what, pointer, at, ...(types && { types }) }, [schema], report);
  };
}

/** A value that comes from the body leads into the operation's request. */
function checkBody(operation: OperationModel, source: Spot, report: Report): void {
  const text = source.text();
  if (text === undefined || !text.startsWith("body")) return;
  demand({ what: operation.id, pointer: text.slice("body".length), at: source.at }, operation.requestSchemas(), report);
}

/** The entities of a list stand in an array: the items of its pages, else where `result` says. */
function checkList(document: DocumentModel, operation: OperationModel, { spot }: Used, report: Report): void {
  const result = spot.get("result");
  if (document.used(operation, paginationKey) === undefined) {
    const wanted = {
      what: `${operation.id}: x-resource result`,
      pointer: result?.value ?? "",
      at: (result ?? spot).at,
    };
    demand({ ...wanted, types: ["array"] }, operation.successSchemas(), report);
  } else if (result !== undefined) {
    report(`${operation.id}: the items of its pages say where the entities stand; leave result out.`, result.at);
  }
}
