import type { Hook } from "@fairlead/sandbox";
import type { components, operations } from "../../../generated/schema.ts";
import { demandMember } from "../../caller.ts";

type Attribute = components["schemas"]["Attribute"];

/** What does not apply to an attribute; `getInfo` leaves it out instead. */
const absent: Partial<Attribute["data"]> = {
  title: null,
  description: null,
  example: null,
  default: null,
  gt: null,
  ge: null,
  lt: null,
  le: null,
  minLength: null,
  maxLength: null,
  minItems: null,
  maxItems: null,
  regex: null,
  enum: null,
  enumResolver: null,
  enumResolverSettings: null,
  widget: null,
  widgetSettings: null,
};

/** The attributes by position, with null for what does not apply. */
export const listAttributes: Hook<operations["listAttributes"]> = async (call) => {
  await demandMember(call);
  const attributes = (call.store.list("Attribute") as readonly Attribute[])
    .toSorted((a, b) => a.position - b.position)
    .map((attribute) => ({ ...attribute, data: { ...absent, ...attribute.data } }));
  return call.reply({ attributes });
};
