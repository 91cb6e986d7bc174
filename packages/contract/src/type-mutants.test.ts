import { describe, expect, it } from "vitest";
import { targets } from "./type-mutants.ts";

describe("the targets of type mutants", () => {
  it("are whole statements: a type over several lines, an interface with its members", () => {
    const code = "export type A =\n  | 1\n  | 2;\n\nexport interface B {\n  (x: A): void;\n}\n\nexport const c = 1;\n";
    expect(targets(code).map(({ name, start, end }) => [name, code.slice(start, end)])).toEqual([
      ["A", "export type A =\n  | 1\n  | 2;"],
      ["B", "export interface B {\n  (x: A): void;\n}"],
    ]);
  });
});
