import type { OperationTable } from "@fairlead/sandbox/tables";
import { pointerParts } from "../laws/document/pointer.ts";
import { isObject } from "../laws/document/shapes.ts";
import type { LawContext } from "../laws/law-context.ts";

/** As many members of a list as are wanted, spread over it evenly. */
export function spread<T>(list: readonly T[], count: number = list.length): readonly T[] {
  const step = Math.max(1, list.length / count);
  return list.filter((_, index) => Math.floor(index / step) > Math.floor((index - 1) / step)).slice(0, count);
}

/**
 * The pointers to what stands beside a pointer, by the schema: the mistakes that a hand makes. Beside an element of an
 * array stands the next one; where the schema lists nothing else, a name that nothing has is the only sibling.
 */
export function siblingsOf(pointer: string, schema: unknown, { shapes }: LawContext): string[] {
  const parts = pointerParts(pointer);
  const own = parts.pop();
  const parent = pointer.slice(0, Math.max(0, pointer.lastIndexOf("/")));
  if (own === undefined) return ["/other"];
  let node: unknown = schema;
  for (const part of parts) node = shapes.property(node, part) ?? itemsOf(node, { shapes });
  if (/^\d+$/.test(own)) return [`${parent}/${Number(own) + 1}`];
  const names = new Set<string>();
  for (const { properties } of shapes.branches(node ?? {}))
    if (isObject(properties)) for (const name of Object.keys(properties)) names.add(name);
  names.delete(own);
  if (names.size === 0) names.add(`${own}Other`);
  return [...names].map((name) => `${parent}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`);
}

/** The schema of the elements of an array. */
export function itemsOf(schema: unknown, { shapes }: Pick<LawContext, "shapes">): unknown {
  return shapes.branches(schema ?? {}).find(({ items }) => items !== undefined)?.items;
}

/** The schema of what stands at a pointer. */
export function schemaAt(schema: unknown, pointer: string, context: Pick<LawContext, "shapes">): unknown {
  let node = schema;
  for (const part of pointerParts(pointer)) node = context.shapes.property(node, part) ?? itemsOf(node, context);
  return node;
}

/** The schema of the JSON body of an operation's success; undefined where it has none. */
export function successSchema({ responses }: OperationTable, { tables }: LawContext): unknown {
  const status = Object.keys(responses).find((one) => one.startsWith("2"));
  const content = tables.responses[responses[status ?? ""] ?? ""]?.content ?? {};
  return Object.entries(content).find(([mediaType]) => /[/+]json\b/.test(mediaType))?.[1].schema;
}
