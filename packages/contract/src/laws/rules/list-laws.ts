import { copyOf, openList } from "../acts/list-population.ts";
import { draftAbout, itemKey } from "../acts/resource-acts.ts";
import { wholeList } from "../acts/walk-pages.ts";
import { must } from "../broken.ts";
import { pointerParts, readPointer } from "../document/pointer.ts";
import type { Law } from "../law.ts";
import type { LawContext } from "../law-context.ts";
import { keyOf } from "../requests/cast.ts";
import { isSuccess } from "../requests/exchange.ts";
import { writeRef } from "../requests/valid-draft.ts";
import type { WorldEntity } from "../world.ts";

/** A list is sorted as it is asked to be. */
export const sortedAsAsked: Law = {
  name: "sorted_as_asked",
  states: "a list is in the asked or the declared order, over all pages where it has some",
  targets: ({ tables }) =>
    tables.operations
      .filter(
        ({ resource }) => resource?.action === "list" && (resource.sort !== undefined || resource.order !== undefined),
      )
      .map(({ id }) => id),
  async check(bench, target) {
    const operation = bench.context.operation(target);
    const { sort, order } = operation.resource ?? {};
    const client = await bench.open();
    const { draft, grow } = await openList(client, operation);
    // Items of one value have no order that could be wrong.
    const sorted = [...(sort?.keys ?? []).map((key) => `/${key}`), ...(order === undefined ? [] : [order.by])];
    for (let round = 0; round < 6; round++) {
      await grow(1, sorted);
      await client.world.advance(1000);
    }
    const orders = (sort?.keys ?? []).flatMap((key) =>
      (sort?.values ?? []).map((value, index) => ({ key, value, up: index === 0 })),
    );
    for (const { key, value, up } of orders) {
      await bench.attempt(async () => {
        if (sort === undefined) return;
        let asked = writeRef(draft, sort.param, key);
        if (sort.order !== undefined) asked = writeRef(asked, sort.order, value);
        const { items, last } = await wholeList(client, operation, asked);
        const wrong = disorder(items, `/${key}`, up);
        must(wrong === undefined, `sorted by ${key} ${up ? "up" : "down"}, ${wrong}`, last);
      });
    }
    if (order === undefined) return;
    await bench.attempt(async () => {
      const { items, last } = await wholeList(client, operation, draft);
      const wrong = disorder(items, order.by, order.direction === "asc");
      must(wrong === undefined, `the order is ${order.by} ${order.direction}, ${wrong}`, last);
    });
  },
};

/** A filter selects, and nothing else. */
export const filterSelects: Law = {
  name: "filter_selects",
  states: "a list that is asked for one value of a filter has exactly the entities with that value",
  targets: (context) => context.tables.operations.map(({ id }) => id).filter((id) => filtersOf(id, context).length > 0),
  async check(bench, target) {
    const { context } = bench;
    const operation = context.operation(target);
    const { scope = {}, type = "", result = "" } = operation.resource ?? {};
    for (const [pointer, ref] of filtersOf(target, context)) {
      const client = await bench.open();
      await client.valid(operation); // makes an entity of each needed type
      const homeOf = (one: WorldEntity): string => JSON.stringify(Object.keys(scope).map((at) => readPointer(one, at)));
      const valuesIn = (home: string, all: readonly WorldEntity[]): unknown[] => [
        ...new Set(all.filter((one) => homeOf(one) === home).map((one) => readPointer(one, pointer))),
      ];
      const seeded = await client.world.entities(type);
      const homes = [...new Set(seeded.map(homeOf))].sort(
        (a, b) => valuesIn(b, seeded).length - valuesIn(a, seeded).length,
      );
      const home = homes[0] ?? "";
      const values = valuesIn(home, seeded).filter((value) => value !== undefined && value !== null);
      // One more in each group: two groups may hold the same keys.
      for (const value of values) {
        const one = seeded.find((entity) => homeOf(entity) === home && readPointer(entity, pointer) === value);
        if (one !== undefined) await client.world.add(type, [copyOf(client, type, one)]);
      }
      const entities = (await client.world.entities(type)).filter((one) => homeOf(one) === home);
      const [any] = entities;
      must(any !== undefined && values.length > 0, `there is no ${type} to select`);
      const draft = await draftAbout(client, operation, any);
      for (const value of values) {
        await bench.attempt(async () => {
          const asked = writeRef(draft, ref, value);
          const { size } = operation.pagination ?? {};
          const answer = await client.send(
            operation,
            size === undefined ? asked : writeRef(asked, `query.${size.param}`, size.max),
          );
          must(isSuccess(answer), `${ref} = ${JSON.stringify(value)} is refused`, answer);
          const shown = readPointer(answer.json, operation.pagination?.items ?? result);
          const keys = (Array.isArray(shown) ? shown : []).map((item) => itemKey(client, operation, item)).sort();
          const selected = entities.filter((one) => readPointer(one, pointer) === value);
          const expected = selected.map((one) => String(keyOf(context.tables, type, one))).sort();
          must(
            keys.join() === expected.join(),
            `${ref} = ${JSON.stringify(value)} gives ${keys.join(", ")}; expected ${expected.join(", ")}`,
            answer,
          );
        });
      }
    }
  },
};

/** The filters of a list that stand in the query, with the members that they select by. */
function filtersOf(id: string, context: LawContext): [string, string][] {
  const { resource: use } = context.operation(id);
  return use?.action === "list" ? Object.entries(use.filter).filter(([, ref]) => ref.startsWith("query.")) : [];
}

/** Where the order breaks; texts may be compared by code unit, or as people do. */
function disorder(items: readonly unknown[], pointer: string, up: boolean): string | undefined {
  const values = items
    .map((item) => readPointer(item, pointer))
    .filter((value) => value !== null && value !== undefined);
  if (values.length < 2) return `only ${values.length} items have ${pointerParts(pointer).join(".")}`;
  const comparisons: ((a: unknown, b: unknown) => number)[] = [
    (a, b) => (a === b ? 0 : (a as string) < (b as string) ? -1 : 1),
    (a, b) => String(a).localeCompare(String(b)),
  ];
  const faults = comparisons.map((compare) =>
    values.findIndex((value, index) => index > 0 && (up ? 1 : -1) * compare(values[index - 1], value) > 0),
  );
  if (faults.includes(-1)) return undefined;
  const index = faults[0] ?? 1;
  return `${JSON.stringify(values[index])} comes after ${JSON.stringify(values[index - 1])}`;
}
