import { expect, test } from "vitest";
import * as files from "./files/index.ts";
import * as index from "./index.ts";
import * as open from "./public.ts";
import * as waiters from "./waiters/index.ts";

const named = (entry: object) => Object.keys(entry).filter((name) => /^is[A-Z]|Error$/.test(name));

test("a user of any client gets every class of error, and the guard of each", () => {
  const errors = new Set([index, files, waiters].flatMap(named));
  expect(errors.size).toBeGreaterThan(60);
  expect(named(open).sort()).toEqual([...errors].sort());
  const classes = named(open).filter((name) => !name.startsWith("is"));
  expect(classes.filter((name) => !named(open).includes(`is${name}`))).toEqual([]);
});

test("a user gets nothing that only generated code needs", () => {
  const known = new Set(named(open));
  const others = Object.keys(open).filter((name) => !known.has(name));
  expect(others.sort()).toEqual(["bearer", "defineWaiter", "jsonLines", "memoryStore", "sharedStore"]);
});
