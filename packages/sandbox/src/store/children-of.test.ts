import fc from "fast-check";
import { expect, test } from "vitest";
import { childrenOf } from "./children-of.ts";
import { matches } from "./matches.ts";

const key = fc.oneof(fc.constantFrom("1", 1, 2, "2", "a", "__proto__"), fc.constant(null), fc.constant(["1"]));

test("the children of a parent are those that the condition would find among all, in their order", () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ parent: key, name: fc.nat(3) }, { requiredKeys: ["name"] })),
      key,
      (all, parent) => {
        const where = { parent };
        const expected = all.filter((entity) => matches(entity, where));
        const found = childrenOf(all, "/parent", where);
        if (typeof parent === "string" || typeof parent === "number") expect(found).toEqual(expected);
        else expect(found).toBeUndefined();
        // The second time from the index.
        expect(childrenOf(all, "/parent", where)).toEqual(found);
      },
    ),
  );
});

test("a condition that names no parent, or none at the top of an entity, is left to others", () => {
  expect(childrenOf([{ name: "a" }], "/parent", { name: "a" })).toBeUndefined();
  expect(childrenOf([{ a: { b: 1 } }], "/a/b", { a: { b: 1 } })).toBeUndefined();
  expect(childrenOf([{ name: "a" }], undefined, { parent: 1 })).toBeUndefined();
});
