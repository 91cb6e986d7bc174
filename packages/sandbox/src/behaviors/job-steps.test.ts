import { expect, it } from "vitest";
import { museumTables } from "../../test/museum-tables.ts";
import type { JobTable } from "../tables/tables.ts";
import { dueAt, leadsTo, nearestFailure, walk } from "./job-steps.ts";

const table = museumTables.jobs.export as JobTable;
const queued = { state: "queued", since: 0, polls: 0 };

it("stays until its time has come", () => {
  expect(walk(table, queued, 999)).toEqual([]);
  expect(walk(table, queued, 1000)).toEqual([{ state: "running", since: 1000, polls: 0 }]);
});

it("takes several steps at once, each at its own time", () => {
  expect(walk(table, queued, 4999)).toEqual([{ state: "running", since: 1000, polls: 0 }]);
  expect(walk(table, queued, 60_000)).toEqual([
    { state: "running", since: 1000, polls: 0 },
    { state: "complete", since: 5000, polls: 0 },
  ]);
});

it("moves by polls before its time, one state at a time", () => {
  expect(walk(table, { ...queued, polls: 1 }, 0)).toEqual([]);
  expect(walk(table, { ...queued, polls: 2 }, 300)).toEqual([{ state: "running", since: 300, polls: 0 }]);
});

it("walks to the end that it is given, by the shortest way", () => {
  expect(walk(table, queued, 60_000, "error").at(-1)).toEqual({ state: "error", since: 5000, polls: 0 });
  expect(walk(table, queued, 60_000, "cancelled")).toEqual([{ state: "cancelled", since: 1000, polls: 0 }]);
});

it("stays in its end", () => {
  expect(walk(table, { state: "complete", since: 0, polls: 9 }, 1e9)).toEqual([]);
});

it("comes to rest although its states go in circles that take no time", () => {
  const circle: JobTable = {
    ...table,
    states: {
      a: { next: ["b"], after: { ms: 0 } },
      b: { next: ["a", "end"], after: { ms: 0 } },
      end: { end: "success" },
    },
  };
  expect(walk(circle, { state: "a", since: 0, polls: 0 }, 0).length).toBeGreaterThan(0);
  expect(walk(circle, { state: "a", since: 0, polls: 0 }, 0, "end").at(-1)?.state).toBe("end");
});

it("tells when time alone moves it", () => {
  expect(dueAt(table, { ...queued, since: 500 })).toBe(1500);
  expect(dueAt(table, { ...queued, state: "complete" })).toBe(Number.POSITIVE_INFINITY);
  const byPolls: JobTable = { ...table, states: { queued: { next: ["complete"], after: { polls: 1 } } } };
  expect(dueAt(byPolls, queued)).toBe(Number.POSITIVE_INFINITY);
});

it("knows which end is reached from where, and the nearest that fails", () => {
  expect(leadsTo(table, "queued", "error")).toBe(true);
  expect(leadsTo(table, "running", "cancelled")).toBe(false);
  expect(nearestFailure(table, "queued")).toBe("error");
  const silent: JobTable = { ...table, states: { ...table.states, error: { end: "failure" } } };
  expect(nearestFailure(silent, "queued")).toBe("cancelled");
  expect(nearestFailure(table, "running")).toBe("error");
  expect(nearestFailure(table, "complete")).toBe("error");
});
