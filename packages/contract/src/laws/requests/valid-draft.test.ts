import { describe, expect, it } from "vitest";
import { museumDocument } from "../../../test/museum/document.ts";
import { museumTables } from "../../../test/museum/tables.ts";
import { createLawContext } from "../law-context.ts";
import { deriveDraft, readRef, writeRef } from "./valid-draft.ts";

const context = createLawContext({ tables: museumTables, document: museumDocument, seed: 1 });
const population = new Map([
  ["Wing", [{ id: 1 }, { id: 2 }]],
  [
    "Exhibit",
    [
      { id: 7, wingId: 1, title: "Amber" },
      { id: 9, wingId: 2, title: "Clay" },
    ],
  ],
  ["Visit", []],
]);
const derive = (id: string, given?: ReadonlyMap<string, { readonly [member: string]: unknown }>) =>
  deriveDraft(context.operation(id), context, { population, number: 5, ...(given === undefined ? {} : { given }) });

describe("a derived request", () => {
  it("names entities that belong together", () => {
    const clay = new Map([["Exhibit", { id: 9, wingId: 2, title: "Clay" }]]);
    expect(derive("getExhibit", clay)).toEqual({ draft: { path: { wingId: 2, exhibitId: 9 }, query: {}, header: {} } });
  });
  it("takes the example of the document, with a new value for what must be unique", () => {
    expect(derive("createExhibit")).toMatchObject({
      draft: { path: { wingId: 1 }, body: { value: { title: "Jet-5", year: 1820 } } },
    });
  });
  it("replaces an id of the example by one that exists, and makes files of what stands for bytes", () => {
    const { body } = (derive("createVisit") as { draft: { body: { value: Record<string, unknown> } } }).draft;
    expect(body.value.exhibitId).toBe(7);
    expect(body.value.ticket).toBeInstanceOf(File);
  });
  it("says of which resource there is nothing to name", () => {
    expect(derive("getPrint")).toEqual({ missing: "Print" });
  });
  it("is read and changed through references", () => {
    const draft = {
      path: { wingId: 1 },
      query: {},
      header: {},
      body: { mediaType: "application/json", value: { a: { b: 1 } } },
    };
    expect(readRef(draft, "path.wingId")).toBe(1);
    expect(readRef(writeRef(draft, "body/a/b", 2), "body/a/b")).toBe(2);
    expect(writeRef(draft, "query.limit", 3).query).toEqual({ limit: 3 });
  });
});
