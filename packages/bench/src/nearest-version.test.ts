import { describe, expect, it } from "vitest";
import { nearestVersion } from "./nearest-version.ts";

describe("the version of a peer", () => {
  const published = ["1.9.0", "1.28.34", "1.28.36", "2.0.0-beta.1"];

  it("is the wanted one where the registry has it", () => {
    expect(nearestVersion("1.28.36", published)).toBe("1.28.36");
    expect(nearestVersion("2.0.0-beta.1", published)).toBe("2.0.0-beta.1");
  });
  it("is the newest release before it, by number and not by text", () => {
    expect(nearestVersion("1.28.35", published)).toBe("1.28.34");
    expect(nearestVersion("9.9.9", published)).toBe("1.28.36");
  });
  it("is the oldest release after it where none is before", () => {
    expect(nearestVersion("0.1.0", published)).toBe("1.9.0");
  });
  it("is none where there is nothing to choose from", () => {
    expect(nearestVersion("1.0.0", [])).toBeUndefined();
    expect(nearestVersion("1.0.0", ["2.0.0-beta.1"])).toBeUndefined();
  });
});
