import { describe, expect, it } from "vitest";
import { type Comparison, compareBy } from "./compare-by.ts";

const gone = undefined;

/** Comparisons with what fits, and what does not. */
const rows: readonly (readonly [Comparison, value: unknown, fits: readonly unknown[], fails: readonly unknown[]])[] = [
  ["eq", "a", ["a"], ["b", gone, ["a"]]],
  ["eq", { b: 1, a: [2] } as never, [{ a: [2], b: 1 }], [{ a: [2] }, { a: [2], b: 1, c: 3 }]],
  ["eq", true, [true], [false, gone, "true"]],
  ["eq", false, [false, gone], [true]],
  ["ne", "a", ["b", 1], ["a", gone]],
  ["lt", 5, [4, -1], [5, 6, "4", gone]],
  ["lte", 5, [4, 5], [6, gone]],
  ["gt", "b", ["c"], ["b", "a", 3, gone]],
  ["gte", "b", ["b", "c"], ["a", gone]],
  ["like", "wa%s_", ["waves!", "WAS1", "wa\nves "], ["waves", "awaves!", 3, gone]],
  ["like", "a.b*(c)", ["A.B*(C)"], ["axbbc", "a.bb(c)"]],
  ["isnull", gone, [gone], [null, 0, ""]],
  ["notnull", gone, [null, 0, ""], [gone]],
  ["in", ["a", 1], ["a", 1], ["b", "1", gone]],
  ["in", [], [], ["a", gone]],
  ["notin", ["a", 1], ["b", "1"], ["a", 1, gone]],
  ["notin", [], ["a", gone], []],
  ["includes", "a", [["a", "b"]], [["b"], "a", gone]],
  ["excludes", "a", [["b"], [], gone], [["a", "b"]]],
  ["includesall", ["a", "b"], [["b", "c", "a"]], [["a"], [], gone]],
  ["excludesall", ["a", "b"], [["a"], []], [["a", "b"], gone]],
  ["includesany", ["a", "b"], [["a"], ["c", "b"]], [["c"], [], gone]],
  ["excludesany", ["a", "b"], [["c"], [], gone], [["a"]]],
];

describe("a member", () => {
  it.each(rows)("is compared by %s with %j", (way, value, fits, fails) => {
    expect(fits.filter((found) => !compareBy[way](found, value))).toEqual([]);
    expect(fails.filter((found) => compareBy[way](found, value))).toEqual([]);
  });

  it("has all ways to be compared that the document lists", () => {
    expect(new Set(rows.map(([way]) => way))).toEqual(new Set(Object.keys(compareBy)));
  });
});
