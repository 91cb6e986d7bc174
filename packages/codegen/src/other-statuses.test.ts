import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { Operation } from "./document/operations.ts";
import { otherStatusName, otherStatusTypes } from "./other-statuses.ts";

const operation = (...statuses: (number | "default")[]) =>
  ({ answers: statuses.map((status) => ({ status })) }) as object as Operation;

describe("the statuses that a default response stands for", () => {
  it("are named by what the operation declares, in order", () => {
    expect(otherStatusName(operation(200, 404, 401, "default"))).toBe("OtherThan_401_404");
  });
  it("are written once per list, and only where there is a default response", () => {
    const types = otherStatusTypes([operation(401, "default"), operation(200, 401, "default"), operation(404)]);
    expect(types).toHaveLength(1);
    expect(types[0]).toContain("type OtherThan_401 = 400 | 402 | 403");
    expect(types[0]).not.toMatch(/= .*\b401\b/);
  });
  it("are the codes that the runtime registers", () => {
    const runtime = readFileSync(
      fileURLToPath(import.meta.resolve("@fairlead/runtime/package.json")).replace("package.json", "src/result.ts"),
      "utf8",
    );
    const registered = /export type ErrorStatus =([^;]*);/.exec(runtime)?.[1]?.match(/\d{3}/g);
    expect(otherStatusTypes([operation("default")])[0]?.match(/\b\d{3}\b/g)).toEqual(registered);
  });
});
