import { describe, expect, it } from "vitest";
import { pageRows, type SortKeys } from "./page-rows.ts";
import type { Given } from "./place.ts";

const rows = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const page = (count: number, given: Given) =>
  pageRows(
    rows(count),
    given,
    (row): SortKeys => [row],
    (row) => ({ row }),
  );
const shown = (count: number, given: Given) => page(count, given).edges.map(({ node }) => node.row);

describe("the size of a page", () => {
  it("is 100 where none is given", () => {
    expect(shown(101, {})).toEqual(rows(100));
    expect(page(101, {}).pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    expect(shown(101, { first: null, last: null }).length).toBe(100);
  });

  it("is 1,000 at most where all are asked for, and then there is no way to go on", () => {
    expect(shown(1001, { first: 0 })).toEqual(rows(1000));
    expect(shown(1001, { last: 0 }).slice(0, 2)).toEqual([1001, 1000]);
    const none = { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null };
    expect(page(1001, { first: 0 }).pageInfo).toEqual(none);
  });

  it("may be larger than that", () => {
    expect(shown(1200, { first: 2000 }).length).toBe(1200);
  });
});

describe("a cursor", () => {
  it("is the JSON of the keys, whatever letters they have", () => {
    const keysOf = (row: string): SortKeys => [row];
    const first = pageRows(["Ä", "山", "z"], { first: 2 }, keysOf, (row) => ({ row }));
    expect(atob(first.edges[0]?.cursor ?? "")).toBe('["z"]');
    const { endCursor: after } = first.pageInfo;
    const next = pageRows(["Ä", "山", "z"], { after }, keysOf, (row) => ({ row }));
    expect(next.edges.map(({ node }) => node.row)).toEqual(["山"]);
  });
});
