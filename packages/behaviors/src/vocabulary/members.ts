import { isRecord } from "../is-record.ts";
import type { JsonSchema } from "./json-schema.ts";

/**
 * Every member and every listed value that a schema knows, as paths from a name: `x-job/resultKind`, and
 * `x-job/resultKind=file` for a value. What any name may stand for is `*`, and an item of an array is `[]`.
 */
export function membersOf(schema: JsonSchema, path: string): string[] {
  return [
    ...constantsOf(schema).map((constant) => `${path}=${String(constant)}`),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, member]) => [
      `${path}/${name}`,
      ...membersOf(member, `${path}/${name}`),
    ]),
    ...(schema.additionalProperties ? membersOf(schema.additionalProperties, `${path}/*`) : []),
    ...(schema.items ? membersOf(schema.items, `${path}[]`) : []),
    ...(schema.anyOf ?? []).flatMap((branch) => membersOf(branch, path)),
  ];
}

/** The members and values of a schema that a value uses, as {@link membersOf} writes them. */
export function usedMembersOf(schema: JsonSchema, value: unknown, path: string): string[] {
  const { properties = {}, additionalProperties, items, anyOf = [] } = schema;
  const entries = isRecord(value) ? Object.entries(value) : [];
  return [
    ...constantsOf(schema).flatMap((constant) => (constant === value ? [`${path}=${String(constant)}`] : [])),
    ...entries.flatMap(([name, member]) => {
      const known = Object.hasOwn(properties, name) ? properties[name] : undefined;
      if (known !== undefined) return [`${path}/${name}`, ...usedMembersOf(known, member, `${path}/${name}`)];
      return additionalProperties ? usedMembersOf(additionalProperties, member, `${path}/*`) : [];
    }),
    ...(items && Array.isArray(value) ? value.flatMap((item) => usedMembersOf(items, item, `${path}[]`)) : []),
    ...anyOf.flatMap((branch) => usedMembersOf(branch, value, path)),
  ];
}

function constantsOf(schema: JsonSchema): readonly (string | number | boolean)[] {
  return [...(schema.enum ?? []), ...(schema.const === undefined ? [] : [schema.const])];
}
