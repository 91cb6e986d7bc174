import { describe, expect, it } from "vitest";
import { isNamedId, singular, typeExactlyNamed, typeNamed, typeOfKey, typeOfPlural } from "./type-named.ts";

const types = ["Wing", "Exhibit", "GuidedTour", "Print", "OldPrint"];

describe("the resource that a name means", () => {
  it.each([
    ["wingId", undefined, "Wing"],
    ["wing_id", undefined, "Wing"],
    ["sourceWingId", undefined, "Wing"],
    ["guided-tour-id", undefined, "GuidedTour"],
    ["tourId", undefined, "GuidedTour"],
    ["printId", undefined, "Print"],
    ["id", "exhibits", "Exhibit"],
    ["wing", "wings", "Wing"],
    ["idOrTitle", "exhibits", "Exhibit"],
    ["wingIdOrName", undefined, "Wing"],
    ["wing_id_or_name", undefined, "Wing"],
    ["idOrTitle", undefined, undefined],
    ["wingOrTour", undefined, undefined],
    ["id", undefined, undefined],
    ["title", undefined, undefined],
    ["keeperId", undefined, undefined],
  ])("of %s after %s is %s", (name, before, type) => {
    expect(typeNamed(name, types, before)).toBe(type);
  });
  it("is exact where an entity names another", () => {
    expect(typeExactlyNamed("wingId", types)).toBe("Wing");
    expect(typeExactlyNamed("sourceWingId", types)).toBeUndefined();
  });
  it("may be followed by the name of its key", () => {
    const keys = { Wing: "name", GuidedTour: "tourCode", Print: "id" };
    expect(typeOfKey("wing_name", keys)).toBe("Wing");
    expect(typeOfKey("guidedTourTourCode", keys)).toBe("GuidedTour");
    expect(typeOfKey("wing_title", keys)).toBeUndefined();
    expect(typeOfKey("old_wing_name", keys)).toBeUndefined();
    expect(typeOfKey("name", keys)).toBeUndefined();
  });
  it.each([
    ["id", true],
    ["wingId", true],
    ["idOrTitle", true],
    ["wingIdOrName", true],
    ["wing_id_or_name", true],
    ["wing_name", false],
    ["idle", false],
    ["gridOrder", false],
  ])("is told from other words by its form: %s", (name, expected) => {
    expect(isNamedId(name)).toBe(expected);
  });
  it.each([
    ["wings", "wing"],
    ["galleries", "gallery"],
    ["boxes", "box"],
    ["glass", "glass"],
  ])("has a singular: %s", (plural, expected) => {
    expect(singular(plural)).toBe(expected);
  });
  it("may be in the plural", () => {
    expect(typeOfPlural("exhibits", types)).toBe("Exhibit");
    expect(typeOfPlural("exhibit", types)).toBeUndefined();
  });
});
