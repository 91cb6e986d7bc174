import { describeLaws, operationsOf } from "@fairlead/contract";
import { afterAll, describe, expect, it } from "vitest";
import { document, openWorlds, parameters, requests, tables } from "./laws-world.ts";

const { open, close } = await openWorlds("in process");

describeLaws({ name: "Vercel, in process", tables, document, requests, parameters, world: open });

describe("what the laws of Vercel speak of", () => {
  const ids = tables.operations.map(({ id }) => id);

  it("is every operation of the document", () => {
    expect(ids.toSorted()).toEqual([...operationsOf(document).keys()].toSorted());
    expect(ids).toHaveLength(92);
  });
  it("keeps state throughout: no operation gives its example whatever has happened", () => {
    expect(tables.static).toEqual({});
  });
  it("are requests of operations that exist, where they are made by hand", () => {
    expect(Object.keys(requests).filter((id) => !ids.includes(id))).toEqual([]);
  });
});

afterAll(close);
