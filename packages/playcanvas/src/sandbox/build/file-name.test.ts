import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fileNameOf } from "./file-name.ts";

describe("fileNameOf", () => {
  it("is the name in lower case with hyphens", () => {
    expect(fileNameOf("Harbour tour")).toBe("harbour-tour.zip");
    expect(fileNameOf("Späti & co!")).toBe("spa-ti-co.zip");
    expect(fileNameOf("../..")).toBe("build.zip");
  });

  it("is a short and safe file name whatever the app is called", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 1000 }), (name) => {
        expect(fileNameOf(name)).toMatch(/^[a-z0-9][a-z0-9-]{0,79}\.zip$/);
      }),
    );
  });
});
