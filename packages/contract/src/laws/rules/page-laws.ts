import type { OperationTable } from "@fairlead/sandbox/tables";
import fc from "fast-check";
import { openList } from "../acts/list-population.ts";
import { repeated, walkPages } from "../acts/walk-pages.ts";
import { must } from "../broken.ts";
import { readPointer } from "../document/pointer.ts";
import type { Law } from "../law.ts";
import type { LawContext } from "../law-context.ts";

const paged = ({ tables }: LawContext): OperationTable[] =>
  tables.operations.filter(({ pagination, resource }) => pagination !== undefined && resource?.action === "list");

/** Items that are added before a walk: a few pages at any size, and more than any server's own page. */
const added = 60;

/** A walk gives each item once. */
export const pagesCoverExactlyOnce: Law = {
  name: "pages_cover_exactly_once",
  states: "a walk gives every item once and in one order, at every page size, also when all have the same time",
  targets: (context) => paged(context).map(({ id }) => id),
  async check(bench, target) {
    const operation = bench.context.operation(target);
    const client = await bench.open();
    const { draft, grow } = await openList(client, operation);
    const fresh = await grow(added); // the clock stands still: all have the same time
    const whole = await walkPages(client, operation, draft);
    await bench.attempt(async () => {
      must(repeated(whole.keys).length === 0, `a walk repeats ${repeated(whole.keys).join(", ")}`, whole.last);
      const lost = fresh.filter((key) => !whole.keys.includes(key));
      must(
        lost.length === 0,
        `a walk of ${whole.keys.length} items lacks ${lost.length} of ${fresh.length} that were added: ${lost.slice(0, 4).join(", ")}`,
        whole.last,
      );
      const { pagination } = operation;
      const total =
        pagination && "total" in pagination && pagination.total !== undefined
          ? readPointer(whole.last.json, pagination.total)
          : whole.keys.length;
      must(
        total === whole.keys.length,
        `the total is ${total}, and the walk has ${whole.keys.length} items`,
        whole.last,
      );
    });
    const { size } = operation.pagination ?? {};
    if (size === undefined) return;
    await bench.attempt(async () => {
      const expected = Math.min(size.default, whole.keys.length);
      must(
        whole.first === expected,
        `the server's own page has ${whole.first} items, declared are ${expected}`,
        whole.last,
      );
    });
    const { schema = true } = operation.parameters.find(({ name }) => name === size.param) ?? {};
    const huge = Number.MAX_SAFE_INTEGER; // what clients send that want everything
    if (bench.context.shapes.isValid(schema, huge)) {
      await bench.attempt(async () => {
        const walk = await walkPages(client, operation, draft, huge);
        must(walk.first <= size.max, `a page has ${walk.first} items, the largest declared is ${size.max}`, walk.last);
        const isSame = walk.keys.join() === whole.keys.join();
        must(isSame, "a huge page gives other items than the server's own pages", walk.last);
      });
    }
    await bench.property(fc.integer({ min: 1, max: Math.min(size.max, added + 10) }), async (pageSize) => {
      const walk = await walkPages(client, operation, draft, pageSize);
      must(
        walk.keys.join() === whole.keys.join(),
        `pages of ${pageSize} give other items than the server's own pages: ${firstDifference(walk.keys, whole.keys)}`,
        walk.last,
      );
      const least = Math.ceil(walk.keys.length / pageSize);
      must(
        walk.pages <= least + 1,
        `${walk.keys.length} items in pages of ${pageSize} took ${walk.pages} pages`,
        walk.last,
      );
    });
  },
};

/** A list that grows during a walk loses nothing. */
export const pagesStableUnderInsert: Law = {
  name: "pages_stable_under_insert",
  states:
    "items added between pages lose nothing and repeat nothing; where pages are counted by offset or number, dropping repeated keys is enough",
  targets: (context) => paged(context).map(({ id }) => id),
  async check(bench, target) {
    const operation = bench.context.operation(target);
    const { size, style } = operation.pagination ?? {};
    const sizes = size === undefined ? fc.constant(undefined) : fc.integer({ min: 2, max: Math.min(size.max, 20) });
    const program = fc.record({
      pageSize: sizes,
      inserts: fc.array(fc.nat({ max: 2 }), { maxLength: 4 }).map((more) => [1, ...more]),
    });
    await bench.property(
      program,
      async ({ pageSize, inserts }) => {
        const client = await bench.open();
        const { draft, grow } = await openList(client, operation);
        await grow(added);
        const before = await walkPages(client, operation, draft);
        await client.world.advance(1000);
        const walk = await walkPages(client, operation, draft, pageSize, async (page) => {
          const count = inserts[page - 1] ?? 0;
          if (count > 0) await grow(count);
        });
        const lost = before.keys.filter((key) => !walk.keys.includes(key));
        must(lost.length === 0, `items are lost when others are added: ${lost.slice(0, 4).join(", ")}`, walk.last);
        if (style === "last-id" || style === "until")
          must(
            repeated(walk.keys).length === 0,
            `items are repeated when others are added: ${repeated(walk.keys).slice(0, 4).join(", ")}`,
            walk.last,
          );
      },
      Math.min(4, bench.context.runs),
    );
  },
};

function firstDifference(one: readonly string[], other: readonly string[]): string {
  const index = one.findIndex((key, position) => key !== other[position]);
  const at = index === -1 ? one.length : index;
  return `item ${at} is ${one[at] ?? "none"} and ${other[at] ?? "none"}, of ${one.length} and ${other.length}`;
}
