import { evidence } from "../vocabulary/evidence.ts";
import type { JsonSchema } from "../vocabulary/json-schema.ts";
import { code, valueText } from "./value-text.ts";

/** A sentence for each consequence that a schema states with `when`, its members included; evidence has its own section. */
export function conditionTexts(schema: JsonSchema, path = ""): string[] {
  const { properties = {}, additionalProperties, items, anyOf = [], allOf = [] } = schema;
  if (path !== "" && properties === evidence.properties) return [];
  const own = allOf.flatMap(({ anyOf: [negated, consequence] = [] }) =>
    negated?.not === undefined || consequence === undefined
      ? []
      : [`Where ${phrase(negated.not, path, false)}, ${phrase(consequence, path, true)}.`],
  );
  return [
    ...own,
    ...Object.entries(properties).flatMap(([name, member]) => conditionTexts(member, `${path}${name}.`)),
    ...(additionalProperties ? conditionTexts(additionalProperties, `${path}<name>.`) : []),
    ...(items ? conditionTexts(items, path) : []),
    ...anyOf.flatMap((branch) => conditionTexts(branch, path)),
  ];
}

/** What a condition or a consequence says, as a clause. */
function phrase({ required = [], properties = {}, anyOf = [] }: JsonSchema, path: string, must: boolean): string {
  const named = (name: string): string => code(`${path}${name}`);
  if (anyOf.length > 0) return anyOf.map((branch) => phrase(branch, path, must)).join(" or ");
  const values = Object.entries(properties).map(
    ([name, value]) => `${named(name)} is ${valueText(value).replaceAll(", ", " or ")}`,
  );
  const there = required.map(named).join(" and ");
  const stands = must ? "required" : "there";
  return [...values, ...(there === "" ? [] : [`${there} ${required.length > 1 ? "are" : "is"} ${stands}`])].join(
    " and ",
  );
}
