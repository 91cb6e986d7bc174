import type { Store } from "@fairlead/sandbox";
import type { components } from "../../generated/schema.ts";

type Attribute = components["schemas"]["Attribute"];

/** The value of an attribute as the database writes it in a text: a whole frame rate is `30.0`. */
export function attributeText(store: Store, name: string, value: unknown): string | null {
  if (value == null) return null;
  if (typeof value !== "number" || !Number.isInteger(value)) return String(value);
  return attribute(store, name)?.data.type === "float" ? value.toFixed(1) : String(value);
}

/** What an attribute is sorted by: the place among its values where it has a list of those, else its text. */
export function attributeKey(store: Store, name: string, value: unknown): string | number | null {
  const values = attribute(store, name)?.data.enum;
  if (value == null || !Array.isArray(values) || values.length === 0) return attributeText(store, name, value);
  const place = values.findIndex((one) => one.value === value);
  return place < 0 ? null : place;
}

/** Whether there is an attribute of that name. */
export function isAttribute(store: Store, name: string): boolean {
  return attribute(store, name) !== undefined;
}

function attribute(store: Store, name: string): Attribute | undefined {
  return store.get("Attribute", name) as Attribute | undefined;
}
