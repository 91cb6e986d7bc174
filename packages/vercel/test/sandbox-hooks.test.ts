import vercel from "@fairlead/vercel/sandbox";
import { describe, expect, it } from "vitest";

const { tables, hooks } = vercel;

describe("the hooks", () => {
  it("are those that the document says are needed, and no others", () => {
    expect(Object.keys(hooks.operations ?? {}).sort()).toEqual(Object.keys(tables.hooks ?? {}).sort());
  });

  it("of jobs are those of the operations that start one", () => {
    const starting = tables.operations.filter(({ job }) => job !== undefined).map(({ id }) => id);
    expect(Object.keys(hooks.jobs ?? {}).sort()).toEqual(starting.sort());
  });
});
