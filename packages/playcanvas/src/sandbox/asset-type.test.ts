import { describe, expect, it } from "vitest";
import { assetData, assetType } from "./asset-type.ts";

describe("assetType", () => {
  it("goes by the last extension, in any case", () => {
    expect(assetType("boat.js")).toBe("script");
    expect(assetType("WATER.PNG")).toBe("texture");
    expect(assetType("boat.js.txt")).toBe("text");
  });

  it("is binary for what is not known", () => {
    for (const name of ["boat", "boat.", "boat.xyz", "boat.constructor", ".toString", ""])
      expect(assetType(name)).toBe("binary");
  });
});

describe("assetData", () => {
  it("is known of scripts alone", () => {
    expect(assetData("script")).toEqual({ scripts: {}, loading: false, loadingType: 0 });
    expect(assetData("texture")).toBeNull();
  });
});
