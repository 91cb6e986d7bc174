import type { StoredByType } from "../entity/types.ts";
import { attributeText, isAttribute } from "./attribute-text.ts";
import type { Test } from "./filter-json.ts";
import type { Given, Place } from "./place.ts";
import { ids, names, texts } from "./read-arguments.ts";

/** A test of rows, or nothing where an argument is not given. */
export type MaybeTest<Row> = Test<Row> | undefined;

/** Whether a value of a row is one of those given; an empty list has none. */
export function isIn<Row, Value>(
  wanted: readonly Value[] | null | undefined,
  read: (row: Row) => Value | undefined,
): MaybeTest<Row> {
  if (wanted == null) return undefined;
  const set = new Set<Value | undefined>(wanted);
  return (row) => set.has(read(row));
}

/** Whether a row has all of the tags given; of an empty list none has all, as the server has it. */
export function hasTags<Row extends { readonly tags: readonly string[] }>(given: Given): MaybeTest<Row> {
  const wanted = names(given, "tags");
  if (wanted === undefined) return undefined;
  return ({ tags }) => wanted.length > 0 && wanted.every((tag) => tags.includes(tag));
}

/** Whether the attributes of a row, inherited ones too, have the texts given. */
export function hasAttributes<Type extends "folder" | "task">(
  { data, store }: Place,
  type: Type,
  given: Given,
): MaybeTest<StoredByType[Type]> {
  const wanted = given.attributes as readonly { name: string; values: readonly string[] }[] | null | undefined;
  if (wanted == null) return undefined;
  // What no entity can have is no condition.
  const known = wanted.filter(({ name }) => isAttribute(store, name));
  return (row) =>
    known.every(({ name, values }) => {
      const found = attributeText(store, name, data.attrib(type, row)[name]);
      return found !== null && values.includes(found);
    });
}

/** Whether a row has links of the kind that is asked for. */
export function hasLinksOf<Row extends { readonly id: string }>({ data }: Place, hasLinks: unknown): MaybeTest<Row> {
  if (hasLinks == null) return undefined;
  const linked = data.linked();
  const wanted = {
    IN: (id: string) => linked.in.has(id),
    OUT: (id: string) => linked.out.has(id),
    ANY: (id: string) => linked.in.has(id) || linked.out.has(id),
    BOTH: (id: string) => linked.in.has(id) && linked.out.has(id),
  }[String(hasLinks) as "ANY"];
  return ({ id }) => wanted(id);
}

/** The folders given and, where that is asked for, all below them. */
export function foldersGiven({ data }: Place, given: Given): ReadonlySet<string> | undefined {
  const wanted = texts(given, "folderIds");
  if (wanted === undefined) return undefined;
  const known = wanted.filter((id) => id !== "root");
  const folders = (ids({ known }, "known") ?? []).flatMap((id) => data.find("folder", id) ?? []);
  const all = given.includeFolderChildren === true ? folders.flatMap((folder) => data.tree().below(folder)) : folders;
  return new Set(all.map(({ id }) => id));
}
