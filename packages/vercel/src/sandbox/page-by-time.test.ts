import { describe, expect, it } from "vitest";
import { pageByTime } from "./page-by-time.ts";

const times = [100, 300, 200, 300, 400];
const page = (query: Parameters<typeof pageByTime>[1]): ReturnType<typeof pageByTime<number>> =>
  pageByTime(times, query, (time) => time);

describe("a page that is cut by time", () => {
  it("has the newest first, and begins where the one before ends", () => {
    expect(page({ limit: 1 })).toEqual({ items: [400], pagination: { count: 1, next: 300, prev: 400 } });
    expect(page({ limit: "3", until: 300 })).toEqual({
      items: [300, 300, 200],
      pagination: { count: 3, next: 100, prev: 300 },
    });
    expect(page({ until: "100" })).toEqual({ items: [100], pagination: { count: 1, next: null, prev: 100 } });
  });

  it("never parts items of one time, or the next would repeat or lose them", () => {
    expect(page({ limit: 1, until: 300 }).items).toEqual([300, 300]);
    expect(page({ limit: 2 })).toMatchObject({ items: [400, 300, 300], pagination: { count: 3, next: 200 } });
  });

  it("goes back by what is newer than a time", () => {
    expect(page({ since: 300 }).items).toEqual([400]);
    expect(page({ since: 400 })).toEqual({ items: [], pagination: { count: 0, next: null, prev: null } });
  });

  it("has 20 items unless asked otherwise, at least 1 and at most 100", () => {
    const many = Array.from({ length: 150 }, (_, index) => index);
    const count = (limit?: number | string): number => pageByTime(many, { limit }, (time) => time).items.length;
    expect([undefined, "", "x", 0, -5, 1000].map(count)).toEqual([20, 20, 20, 1, 1, 100]);
  });
});
