import fc from "fast-check";
import { expect, it } from "vitest";
import type { Entity } from "../store/store.ts";
import type { PaginationTable } from "../tables/tables.ts";
import { cutPage } from "./pages.ts";

const size = { param: "limit", default: 3, max: 5 };
const offset: PaginationTable = { style: "offset", param: "skip", size, items: "/result", total: "/page/total" };
const lastId: PaginationTable = {
  style: "last-id",
  param: "after",
  size,
  items: "/result",
  key: "/id",
  more: "/page/more",
};

const items = (ids: readonly (number | string)[]): Entity[] => ids.map((id) => ({ id }));
const seven = items([1, 2, 3, 4, 5, 6, 7]);

function cut(table: PaginationTable, query: Record<string, unknown>, all = seven): { ids: unknown[]; page: object } {
  const { items, members } = cutPage(all, table, query);
  return { ids: items.map(({ id }) => id), page: Object.fromEntries(members) };
}

it("cuts at an offset, and tells total, offset and size", () => {
  expect(cut(offset, {})).toEqual({ ids: [1, 2, 3], page: { "/page/total": 7, "/page/skip": 0, "/page/limit": 3 } });
  expect(cut(offset, { skip: 6, limit: 2 })).toEqual({
    ids: [7],
    page: { "/page/total": 7, "/page/skip": 6, "/page/limit": 2 },
  });
  expect(cut(offset, { skip: 7 }).ids).toEqual([]);
});

it("cuts by number, and tells the total; without a size it gives all", () => {
  const everything = { param: "limit", default: Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER };
  const table: PaginationTable = { style: "page", param: "page", size: everything, items: "/result", total: "/count" };
  expect(cut(table, {})).toEqual({ ids: [1, 2, 3, 4, 5, 6, 7], page: { "/count": 7 } });
  expect(cut(table, { page: 2, limit: 3 })).toEqual({ ids: [4, 5, 6], page: { "/count": 7 } });
  expect(cut(table, { page: 4, limit: 3 }).ids).toEqual([]);
  expect(cut(table, { page: 2 }).ids).toEqual([]);
  expect(cut(table, { page: 0, limit: 2 }).ids).toEqual([1, 2]);
});

const byTime: PaginationTable = {
  style: "until",
  param: "until",
  size,
  items: "/result",
  at: "/at",
  next: "/page/next",
  prev: "/page/prev",
  count: "/page/count",
  back: "since",
};
const timed = (times: readonly number[]): Entity[] => times.map((at, id) => ({ id, at }));

it("cuts by time, newest first: the next page begins at the time of the first item that is missing", () => {
  const all = timed([10, 20, 30, 40, 50]);
  const first = cut(byTime, { limit: 2 }, all);
  expect(first).toEqual({ ids: [4, 3], page: { "/page/next": 30, "/page/prev": 50, "/page/count": 2 } });
  expect(cut(byTime, { limit: 2, until: 30 }, all).ids).toEqual([2, 1]);
  expect(cut(byTime, { limit: 2, until: 10 }, all)).toEqual({
    ids: [0],
    page: { "/page/next": null, "/page/prev": 10, "/page/count": 1 },
  });
  expect(cut(byTime, { until: 5 }, all)).toEqual({
    ids: [],
    page: { "/page/next": null, "/page/prev": null, "/page/count": 0 },
  });
  expect(cut(byTime, { since: 30 }, all).ids).toEqual([4, 3]);
});

it("never parts items of one time, so that no walk loses, repeats or goes round", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 30 }),
      fc.integer({ min: 1, max: 5 }),
      (times, limit) => {
        const all = timed(times);
        const seen: unknown[] = [];
        let until: unknown;
        for (let pages = 0; ; pages += 1) {
          expect(pages).toBeLessThanOrEqual(7);
          const { ids, page } = cut(byTime, { limit, ...(until !== undefined && { until }) }, all);
          seen.push(...ids);
          until = Object(page)["/page/next"];
          if (until === null) break;
        }
        expect([...seen].sort()).toEqual(all.map(({ id }) => id).sort());
      },
    ),
  );
});

it("tells whether more follows where that is declared", () => {
  const table: PaginationTable = { style: "offset", param: "skip", size, items: "/result", more: "/more" };
  const more = (skip: number): object => cut(table, { skip }).page;
  expect(more(3)).toEqual({ "/more": true, "/skip": 3, "/limit": 3 });
  expect(more(4)).toEqual({ "/more": false, "/skip": 4, "/limit": 3 });
});

it.each([
  [{ limit: Number.MAX_SAFE_INTEGER }, [1, 2, 3, 4, 5]],
  [{ limit: 0 }, []],
  [{ limit: -1 }, []],
  [{ limit: "2" }, [1, 2]],
  [{ limit: "many" }, [1, 2, 3]],
  [{ limit: null }, [1, 2, 3]],
  [{ limit: 2.9 }, [1, 2]],
  [{ skip: -5, limit: 1 }, [1]],
])("reads %j as far as it makes sense", (query, ids) => {
  expect(cut(offset, query).ids).toEqual(ids);
});

it("gives all the rest where no size is declared", () => {
  expect(cut({ style: "offset", param: "skip", items: "/result" }, { skip: 2 })).toEqual({
    ids: [3, 4, 5, 6, 7],
    page: {},
  });
});

it("cuts after the last id, given as number or text, and tells whether more follows", () => {
  expect(cut(lastId, {})).toEqual({ ids: [1, 2, 3], page: { "/page/more": true, "/page/limit": 3 } });
  expect(cut(lastId, { after: "3" })).toEqual({ ids: [4, 5, 6], page: { "/page/more": true, "/page/limit": 3 } });
  expect(cut(lastId, { after: 4 })).toEqual({ ids: [5, 6, 7], page: { "/page/more": false, "/page/limit": 3 } });
  expect(cut(lastId, { after: 7 })).toEqual({ ids: [], page: { "/page/more": false, "/page/limit": 3 } });
  expect(cut(lastId, { after: "", limit: 1 }).ids).toEqual([1]);
});

it("gives one item at least after a last id, because an empty page that promises more never ends", () => {
  expect(cut(lastId, { limit: 0 }).ids).toEqual([1]);
});

it("refuses a last id that is not in the list", () => {
  expect(() => cut(lastId, { after: "9" })).toThrow("The list has no item 9 to go on after (after)");
  expect(() => cut(lastId, { after: "9" })).toThrow(expect.objectContaining({ status: 404 }));
});

it("says that nothing follows an empty list", () => {
  expect(cut(lastId, {}, [])).toEqual({ ids: [], page: { "/page/more": false, "/page/limit": 3 } });
});

it("gives every item exactly once on a walk by offset, at every size", () => {
  fc.assert(
    fc.property(fc.nat(30), fc.integer({ min: 1, max: 7 }), (count, limit) => {
      const all = items(Array.from({ length: count }, (_, id) => id));
      const seen: unknown[] = [];
      for (
        let page = cut(offset, { limit }, all);
        page.ids.length > 0;
        page = cut(offset, { limit, skip: seen.length }, all)
      )
        seen.push(...page.ids);
      expect(seen).toEqual(all.map(({ id }) => id));
    }),
  );
});

it("gives every old item exactly once on a walk by last ids, whatever comes in between and wherever", () => {
  fc.assert(
    fc.property(
      fc.nat(25),
      fc.integer({ min: 1, max: 7 }),
      fc.array(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 4 }), { maxLength: 30 }),
      (count, limit, insertions) => {
        const list: (number | string)[] = Array.from({ length: count }, (_, id) => id);
        const old = [...list];
        const seen: unknown[] = [];
        let after: unknown;
        for (let step = 0; ; step += 1) {
          const { ids, page } = cut(lastId, { limit, after }, items(list));
          seen.push(...ids);
          if ((page as Record<string, unknown>)["/page/more"] !== true) break;
          after = ids.at(-1);
          for (const [n, place] of (insertions[step] ?? []).entries())
            list.splice(Math.floor(place * (list.length + 1)), 0, `new ${step}.${n}`);
        }
        expect(new Set(seen).size).toBe(seen.length);
        expect(seen.filter((id) => typeof id === "number")).toEqual(old);
      },
    ),
  );
});
