import { describe, expect, it } from "vitest";
import { applyOverrides } from "./apply-overrides.ts";

describe("what was set otherwise", () => {
  it("goes into objects, and replaces everything else as a whole", () => {
    const settings = { farm: { pool: "day", nodes: ["a", "b"], limits: { cpu: 1, gpu: 2 } }, level: 3 };
    const overrides = { farm: { nodes: [], limits: { gpu: 4 } } };
    expect(applyOverrides(settings, overrides)).toEqual({
      farm: { pool: "day", nodes: [], limits: { cpu: 1, gpu: 4 } },
      level: 3,
    });
  });

  it("replaces a free map and a value without a type, and null replaces an object", () => {
    const settings = { map: {}, any: null, farm: { pool: "day" } };
    const overrides = { map: { a: 1 }, any: { b: 2 }, farm: null };
    expect(applyOverrides(settings, overrides)).toEqual(overrides);
  });

  it("is left out where the settings have no such member, unless they have none at all", () => {
    expect(applyOverrides({ level: 3 }, { gulls: 2, toString: 1 })).toEqual({ level: 3 });
    expect(applyOverrides({}, { gulls: 2 })).toEqual({ gulls: 2 });
  });

  it("changes neither of the two that it is made of", () => {
    const settings = Object.freeze({ farm: Object.freeze({ pool: "day" }) });
    expect(applyOverrides(settings, { farm: { pool: "night" } })).toEqual({ farm: { pool: "night" } });
    expect(settings).toEqual({ farm: { pool: "day" } });
  });
});
