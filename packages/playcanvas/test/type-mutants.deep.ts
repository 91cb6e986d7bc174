import { typeMutants } from "@fairlead/contract";
import { expect, it } from "vitest";

it("the type tests notice every generated type that is replaced by unknown", async () => {
  const mutants = await typeMutants(new URL("..", import.meta.url));
  console.log(`Type mutants: ${mutants.filter(({ noticed }) => noticed).length} of ${mutants.length} noticed.`);
  expect(mutants.length).toBeGreaterThanOrEqual(29 * 5);
  expect(mutants.filter(({ noticed }) => !noticed)).toEqual([]);
});
