import { expectTypeOf, test } from "vitest";
import { type ApiHandle, startSandbox } from "../src/index.ts";
import { sandboxTest } from "../src/vitest.ts";
import { museum } from "./start-museum.ts";

test("the APIs of a sandbox and of its sessions have the names they were given", async () => {
  const sb = await startSandbox({ apis: { museum, annex: museum }, clock: "x60", ports: { annex: 0 } });
  expectTypeOf(sb.api).toHaveProperty("museum").toEqualTypeOf<ApiHandle>();
  expectTypeOf(sb.session().api.annex.fetch).toEqualTypeOf<typeof fetch>();
  expectTypeOf<keyof typeof sb.api>().toEqualTypeOf<"museum" | "annex">();
  // @ts-expect-error: there is no API of this name
  sb.api.gallery;
  // @ts-expect-error: there is no API of this name
  sb.jobs.plan({ api: "gallery", end: "error" });
  // @ts-expect-error: there is no API of this name
  await startSandbox({ apis: { museum }, ports: { annex: 0 } });
  // @ts-expect-error: no clock
  await startSandbox({ apis: { museum }, clock: "slow" });
});

test("the fixture is a session", () => {
  sandboxTest({ apis: { museum } })("", ({ sandbox }) => {
    expectTypeOf(sandbox.api.museum).toEqualTypeOf<ApiHandle>();
    // @ts-expect-error: there is no API of this name
    sandbox.api.gallery;
  });
});
