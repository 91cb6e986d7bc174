import { byCursor, byLastId, byOffset, type PaginationRow } from "@fairlead/runtime";
import { changeMember, changeRows, type MutantSource, type RowMutant, show } from "./row-mutant.ts";
import { itemsOf, schemaAt, siblingsOf, spread, successSchema } from "./siblings-of.ts";

const walks = { byOffset, byLastId, byCursor };

/** Wrong pages of each list: another walk, another parameter, another size, another pointer or none. */
export function pageMutants({ rows, context, siblings }: MutantSource): RowMutant[] {
  return Object.entries(rows).flatMap(([id, { pagination, params = {} }]) => {
    if (pagination === undefined) return [];
    const mutants: RowMutant[] = [];
    const add = (what: string, path: readonly string[], value: unknown): void => {
      const changed = changeRows(rows, [id], (row) => changeMember(row, ["pagination", ...path], value));
      mutants.push({ aspect: "pages", subject: id, what, rows: changed, operations: [id] });
    };
    add("pages -> nothing", [], undefined);
    const nameOf = (walk: unknown): string => Object.entries(walks).find(([, one]) => one === walk)?.[0] ?? "its own";
    for (const [name, walk] of Object.entries(walks))
      if (walk !== pagination.walk) add(`walk ${nameOf(pagination.walk)} -> ${name}`, ["walk"], walk);

    const { param, size } = pagination;
    const others = (own: string): string[] => [...Object.keys(params).filter((name) => name !== own), `${own}Other`];
    for (const other of others(param)) add(`param ${param} -> ${other}`, ["param"], other);
    if (size !== undefined) {
      for (const other of others(size.param)) add(`size.param ${size.param} -> ${other}`, ["size", "param"], other);
      for (const other of numbersBeside(size.max, 100))
        add(`size.max ${show(size.max)} -> ${show(other)}`, ["size", "max"], other);
      for (const other of numbersBeside(size.default, 20))
        add(`size.default ${show(size.default)} -> ${show(other)}`, ["size", "default"], other);
      add("size -> nothing", ["size"], undefined);
    }
    const schema = successSchema(context.operation(id), context);
    const item = itemsOf(schemaAt(schema, pagination.items, context), context);
    const pointers = ["items", "next", "more", "total", "key"] as const satisfies readonly (keyof PaginationRow)[];
    for (const name of pointers) {
      const pointer = pagination[name];
      if (pointer === undefined) continue;
      for (const other of [
        ...spread(siblingsOf(pointer, name === "key" ? item : schema, context), siblings),
        undefined,
      ])
        add(`${name} ${pointer} -> ${show(other)}`, [name], other);
    }
    return mutants;
  });
}

/** Twice a number, half of it, and none; where there is none, one that is made up. */
function numbersBeside(number: number | undefined, made: number): (number | undefined)[] {
  return number === undefined ? [made] : [number * 2, Math.floor(number / 2), undefined];
}
