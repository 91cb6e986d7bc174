import type { Store } from "@fairlead/sandbox";
import type { components } from "../../generated/schema.ts";
import { EntityError } from "./entity-error.ts";
import type { EntityType, Members } from "./types.ts";

type Form = components["schemas"]["AttributeData"]["type"];

type Attribute = components["schemas"]["Attribute"];

/**
 * The given attributes that the kind of entity has, the studio's own included; others are left out, as the server does
 * it.
 * @throws {EntityError} 400, a value has another form or is out of range.
 */
export function knownAttributes(store: Pick<Store, "get">, type: EntityType, given: Members): Members {
  const known = Object.entries(given).flatMap(([name, value]) => {
    const attribute = attributeOf(store, name);
    if (!attribute?.scope.includes(type)) return [];
    check(attribute, value);
    return [[name, value] as const];
  });
  return Object.fromEntries(known);
}

/** The attributes that whatever is below takes over. */
export function inheritable(store: Pick<Store, "get">, attrib: Members): Members {
  return Object.fromEntries(Object.entries(attrib).filter(([name]) => attributeOf(store, name)?.data.inherit));
}

function attributeOf(store: Pick<Store, "get">, name: string): Attribute | undefined {
  return store.get("Attribute", name) as Attribute | undefined;
}

function check({ name, data: { type, gt, ge, lt, le } }: Attribute, value: unknown): void {
  if (value === null) return;
  if (!hasForm(type, value)) throw new EntityError(400, `The attribute ${name} is no ${type}`, "invalid_data");
  if (typeof value !== "number") return;
  const isLow = value <= (gt ?? -Infinity) || value < (ge ?? -Infinity);
  const isHigh = value >= (lt ?? Infinity) || value > (le ?? Infinity);
  if (isLow || isHigh) throw new EntityError(400, `The attribute ${name} can't be ${value}`, "invalid_data");
}

function hasForm(form: Form, value: unknown): boolean {
  const isText = (item: unknown): boolean => typeof item === "string";
  switch (form) {
    case "string":
      return isText(value);
    case "datetime":
      return isText(value) && !Number.isNaN(Date.parse(String(value)));
    case "integer":
      return Number.isInteger(value);
    case "float":
      return typeof value === "number";
    case "boolean":
      return typeof value === "boolean";
    case "list_of_strings":
      return Array.isArray(value) && value.every(isText);
    case "list_of_integers":
      return Array.isArray(value) && value.every(Number.isInteger);
    default:
      return true; // the other forms take anything
  }
}
