import { expect } from "vitest";
import { sandboxTest } from "../src/vitest.ts";
import { museum } from "./start-museum.ts";

const test = sandboxTest({ apis: { museum }, listen: false });
const seen = new Set<string>();

for (const name of ["one", "other"]) {
  test.concurrent(`a test has a session of its own: ${name}`, async ({ sandbox }) => {
    const { store } = sandbox.api.museum;
    expect(store.list("Exhibit")).toHaveLength(2);
    store.create("Exhibit", { title: name });
    await new Promise((resolve) => setTimeout(resolve, 10)); // the other test writes meanwhile
    expect(store.list("Exhibit").map(({ title }) => title)).toEqual(["Amber", "Jet", name]);
    sandbox.clock.advance("PT1H");
    seen.add(sandbox.id);
  });
}

test("the sessions were different, and the clock begins anew", ({ sandbox }) => {
  expect(seen.size).toBe(2);
  expect(seen.has(sandbox.id)).toBe(false);
  expect(sandbox.clock.now()).toBe(Date.UTC(2026, 0, 1));
});
