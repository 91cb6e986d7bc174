import { expect, test } from "vitest";
import { BuildError } from "./build-error.ts";
import { firstFinding, redocly } from "./redocly.ts";

test("the first finding is one line with file, line and what is wrong", () => {
  const output = `bundling spec/museum/openapi.yaml...
[1] spec/museum/openapi.yaml:5:5 at #/paths/~1x

Can't resolve $ref: ENOENT

3 | paths:
4 |   /x:
`;
  expect(firstFinding(output)).toBe("spec/museum/openapi.yaml:5:5 at #/paths/~1x Can't resolve $ref: ENOENT");
});

test("a failure without output still says something", () => {
  expect(firstFinding("\n")).toBe("it failed without a word");
});

test("a command that fails throws what it said", () => {
  expect(() => redocly("bundle", "spec/nowhere/openapi.yaml")).toThrow(BuildError);
  expect(() => redocly("bundle", "spec/nowhere/openapi.yaml")).toThrow(
    /^redocly bundle: spec\/nowhere\/openapi\.yaml does not exist/,
  );
});
