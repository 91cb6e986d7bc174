import type { Schema } from "@fairlead/sandbox/tables";
import { describe, expect, it } from "vitest";
import { archiveDocument } from "../../../test/archive/document.ts";
import { archiveTables } from "../../../test/archive/tables.ts";
import { logbookDocument } from "../../../test/logbook/document.ts";
import { logbookTables } from "../../../test/logbook/tables.ts";
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
  it("chooses a new key of the form that the document allows where the request names what it creates", () => {
    const archive = createLawContext({ tables: archiveTables, document: archiveDocument, seed: 1 });
    const stamps = new Map([["Stamp", [{ code: "RO-1840", title: "Red one" }]]]);
    const made = [1, 2].map((number) =>
      deriveDraft(archive.operation("putStamp"), archive, { population: stamps, number }),
    );
    const keys = made.map((one) => ("draft" in one ? one.draft.path.stampId : undefined));
    for (const key of keys) expect(key).toMatch(/^[A-Z]{2}-[0-9]{4}$/);
    expect(new Set([...keys, "RO-1840"]).size).toBe(3);
  });
  it("chooses another key where the request may wish for one", () => {
    const { NewLetter, ...schemas } = archiveTables.schemas;
    const id = { type: "string", pattern: "^[0-9a-f]{32}$" };
    const wishing = { ...Object(NewLetter), properties: { subject: { type: "string" }, id } };
    const archive = createLawContext({
      tables: { ...archiveTables, schemas: { ...schemas, NewLetter: wishing } },
      document: archiveDocument,
      seed: 1,
    });
    const value = { subject: "Thanks", id: "0123456789abcdef0123456789abcdef" };
    const example = { name: "wished", mediaType: "application/json", value };
    const made = [1, 2].map((number) =>
      deriveDraft(archive.operation("fileLetter"), archive, {
        population: new Map([["Drawer", [{ id: 1 }]]]),
        example,
        number,
      }),
    );
    const keys = made.map((one) => ("draft" in one ? readRef(one.draft, "body/id") : undefined));
    for (const key of keys) expect(key).toMatch(/^[0-9a-f]{32}$/);
    expect(new Set([...keys, value.id]).size).toBe(3);
  });
  it("names an entity where a part of the path is called as its key, though no behaviour says so", () => {
    const archive = createLawContext({ tables: archiveTables, document: archiveDocument, seed: 1 });
    const parameters = archive.operation("getStamp").parameters.map((one) => ({ ...one, name: "stamp_code" }));
    const { resource: _resource, ...bare } = archive.operation("getStamp");
    const picture = { ...bare, id: "getStampPicture", path: "/api/stamps/{stamp_code}/picture", parameters };
    const stamps = new Map([["Stamp", [{ code: "BL-1841", title: "Blue two" }]]]);
    expect(deriveDraft(picture, archive, { population: stamps, number: 1 })).toMatchObject({
      draft: { path: { stamp_code: "BL-1841" } },
    });
  });
  it.each<[string, Schema, RegExp]>([
    ["any text", { type: "string", minLength: 1 }, /^[!-~]+$/],
    ["a number", { type: "integer", minimum: 3, maximum: 5 }, /^[3-5]$/],
    ["a pattern", { type: "string", pattern: "^v[0-9]{2}$" }, /^v[0-9]{2}$/],
  ])("has a required header that can be sent: %s", (_, schema, form) => {
    const header = { name: "X-File", in: "header", required: true, schema, style: "simple", explode: false } as const;
    const operation = { ...context.operation("getQuota"), parameters: [header] };
    for (let seed = 1; seed <= 20; seed++) {
      const made = deriveDraft(operation, { ...context, seed }, { population, number: 1 });
      const value = "draft" in made ? String(made.draft.header["X-File"]) : undefined;
      expect(value).toMatch(form);
      expect(new Headers({ "x-file": value ?? "" }).get("x-file")).toBe(value);
    }
  });
  it("has what all requests have where its operation declares it, also where that must be unique", () => {
    const parameters = { "query.ship": "gull", "query.harbour": "north" };
    const logbook = createLawContext({ tables: logbookTables, document: logbookDocument, parameters, seed: 1 });
    const made = deriveDraft(logbook.operation("writeEntry"), logbook, { population: new Map(), number: 3 });
    expect(made).toMatchObject({ draft: { query: { ship: "gull" }, body: { value: { title: "Swell-3" } } } });
    expect("draft" in made && Object.keys(made.draft.query)).toEqual(["ship"]);
  });
  it("names an entity after the word for many of them, by its id or by another name", () => {
    const logbook = createLawContext({ tables: logbookTables, document: logbookDocument, seed: 1 });
    const entries = new Map([["Entry", [{ id: "ent_Xk4mQ9rT", ship: "gull", title: "Fog" }]]]);
    expect(deriveDraft(logbook.operation("getWeather"), logbook, { population: entries, number: 1 })).toMatchObject({
      draft: { path: { entry: "ent_Xk4mQ9rT" } },
    });
    const { resource: _resource, ...bare } = logbook.operation("getEntry");
    expect(deriveDraft(bare, logbook, { population: entries, number: 1 })).toMatchObject({
      draft: { path: { idOrTitle: "ent_Xk4mQ9rT" } },
    });
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
