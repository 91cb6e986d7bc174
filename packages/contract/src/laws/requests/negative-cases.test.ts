import { describe, expect, it } from "vitest";
import { logbookTables } from "../../../test/logbook/tables.ts";
import { museumTables } from "../../../test/museum/tables.ts";
import { Shapes } from "../document/shapes.ts";
import { negativeCases, wrongValues } from "./negative-cases.ts";

const shapes = new Shapes(museumTables);
const operation = (id: string) => museumTables.operations.find((one) => one.id === id) ?? expect.fail(id);

describe("requests with one thing wrong", () => {
  it("have a body that lacks, exceeds or mistakes a member, and never a valid one", () => {
    const value = { title: "Jet", year: 1820 };
    const schema = { $ref: "#/components/schemas/NewExhibit" };
    const wrong = wrongValues(schema, value, shapes);
    const what = wrong.map((one) => one.what);
    for (const expected of [
      "/title is missing",
      "/year is missing",
      "/title is too long",
      "/title is too short",
      "/year is above its maximum",
      "/year is below its minimum",
      '/year is "text"',
      "the body has a member too many",
    ])
      expect(what).toContain(expected);
    expect(wrong.filter((one) => shapes.isValid(schema, one.value))).toEqual([]);
  });
  it("are judged as they arrive: a number in a form field for texts is no mistake", () => {
    const draft = {
      path: {},
      query: {},
      header: {},
      body: { mediaType: "multipart/form-data", value: { exhibitId: 7, name: "couple" } },
    };
    const what = negativeCases(operation("createVisit"), draft, shapes).map((one) => one.what);
    expect(what).toContain('/exhibitId is "text"');
    expect(what).toContain("/name is missing");
    expect(what).toContain("the boundary is another one");
    expect(what.filter((one) => one === "/name is 12.5" || one === "/name is true")).toEqual([]);
  });
  it("have parameters of the wrong type, in the path too", () => {
    const draft = { path: { wingId: 1 }, query: {}, header: {} };
    const cases = negativeCases(operation("listExhibits"), draft, shapes);
    expect(cases.find(({ what }) => what === 'path.wingId is "text"')).toMatchObject({
      inPath: true,
      draft: { path: { wingId: "text" } },
    });
    expect(cases.map(({ what }) => what)).toContain("query.limit is above its maximum");
    expect(cases.filter(({ what }) => what.startsWith("query.sort"))).toEqual([]);
  });
  it("are judged as they arrive: one text is a list of one, whose item may still be wrong", () => {
    const list = logbookTables.operations.find(({ id }) => id === "listEntries") ?? expect.fail("listEntries");
    const draft = { path: {}, query: {}, header: {} };
    const whatIsWrong = (items: object): string[] => {
      const parameters = list.parameters.map((one) =>
        one.name === "titles" ? { ...one, schema: { type: "array", items } } : one,
      );
      return negativeCases({ ...list, parameters }, draft, shapes)
        .map(({ what }) => what)
        .filter((what) => what.startsWith("query.titles"));
    };
    expect(whatIsWrong({ type: "string" })).toEqual([]);
    expect(whatIsWrong({ type: "integer" })).toContain('query.titles is "text"');
  });
});
