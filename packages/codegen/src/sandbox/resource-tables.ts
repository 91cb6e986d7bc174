import type { Behaviors, Resource, ResourceUse as WrittenUse } from "@fairlead/behaviors";
import type { PaginationTable, ResourceTable, ResourceUse } from "@fairlead/sandbox/tables";
import { DocumentError } from "../document/document-error.ts";
import type { Operation } from "../document/operations.ts";
import { componentName, responseNames } from "./response-tables.ts";

/**
 * The resources by name.
 * @throws {DocumentError} No operation that makes or changes one declares the status that keeps it unique.
 */
export function resourceTables(
  { resources = {} }: Behaviors,
  operations: readonly Operation[],
): Record<string, ResourceTable> {
  return Object.fromEntries(
    Object.entries(resources).map(([name, { schema, key, parent, unique = [], times = {}, initial = {} }]) => [
      name,
      {
        ...(schema !== undefined && { schema: componentName(schema) }),
        key,
        ...(parent && { parent }),
        unique: unique.map((rule) => ({ ...rule, response: refusalOf(name, rule, operations) })),
        times,
        initial,
      },
    ]),
  );
}

/** What an operation does with a resource, with everything left out filled in. */
export function resourceUse(
  use: WrittenUse,
  { path, id }: Operation,
  pagination: PaginationTable | undefined,
): ResourceUse {
  const { type, action, scope = {}, filter = {}, take = {}, sort, order, result = "" } = use;
  return {
    type,
    action,
    ...(action !== "list" && action !== "create" && { key: `path.${lastParameter(path, id)}` }),
    scope,
    filter,
    hidden: take,
    ...(sort && { sort }),
    ...(order !== undefined && { order: orderOf(order) }),
    item: "",
    result: pagination?.items ?? result,
  };
}

function orderOf(order: string): NonNullable<ResourceUse["order"]> {
  const [member = "", direction] = order.split(" ");
  return { by: `/${member.replaceAll("~", "~0")}`, direction: direction === "desc" ? "desc" : "asc" };
}

/** One entity is named by the last parameter of the path. */
function lastParameter(path: string, id: string): string {
  const name = [...path.matchAll(/\{([^}]+)\}/g)].at(-1)?.[1];
  if (name === undefined) throw new DocumentError(`${id}: its path names no entity; x-resource needs a path parameter`);
  return name;
}

/** The declared response of the first operation that makes or changes such an entity: all declare the status. */
function refusalOf(
  name: string,
  { status }: NonNullable<Resource["unique"]>[number],
  operations: readonly Operation[],
): string {
  for (const operation of operations) {
    const { resource } = operation.behaviors;
    if (resource?.type !== name || (resource.action !== "create" && resource.action !== "update")) continue;
    const response = responseNames(operation)[String(status)];
    if (response !== undefined) return response;
  }
  throw new DocumentError(`resource ${name}: no operation that makes one declares ${status}, which keeps it unique`);
}
