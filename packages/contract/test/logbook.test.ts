import { afterAll, describe, expect, it } from "vitest";
import { describeLaws } from "../src/laws/describe-laws.ts";
import { describePlantedBugs } from "../src/laws/describe-planted-bugs.ts";
import { createLawContext } from "../src/laws/law-context.ts";
import { laws } from "../src/laws/rules/all-laws.ts";
import { runLaw } from "../src/laws/run-law.ts";
import { logbookDocument } from "./logbook/document.ts";
import { logbookTables } from "./logbook/tables.ts";
import { openLogbook } from "./logbook/world.ts";

const { open, close } = await openLogbook();
const logbook = {
  name: "a logbook that is cut by time",
  tables: logbookTables,
  document: logbookDocument,
  parameters: { "query.ship": "gull" },
  world: open,
};

describeLaws(logbook);

describePlantedBugs(logbook);

describe("the laws of a logbook", () => {
  const lawOf = (name: string) => laws.find((law) => law.name === name) ?? expect.fail(name);

  it("demand methods of a path in all of its versions, once", async () => {
    const context = createLawContext({ ...logbook, seed: 1 });
    expect(lawOf("unsupported_method").targets(context)).toEqual(["writeEntry", "tearEntryOut", "getWeather"]);
    const { anyVersion: _anyVersion, ...tables } = logbookTables;
    const strict = createLawContext({ ...logbook, tables, seed: 1 });
    expect(lawOf("unsupported_method").targets(strict)).toHaveLength(5);
    const { findings } = await runLaw(lawOf("unsupported_method"), open, strict);
    expect(findings[0]?.what).toContain("405 expected");
  });
  it("know an entry that only the path names", () => {
    const context = createLawContext({ ...logbook, seed: 1 });
    expect(lawOf("unknown_id_is_404").targets(context)).toEqual(["getEntry", "tearEntryOut", "getWeather"]);
  });
  it("notice a key without its prefix", async () => {
    const Entry = { ...logbookTables.resources.Entry, key: { pointer: "/id", generate: "token", length: 8 } };
    const tables = { ...logbookTables, resources: { Entry } } as typeof logbookTables;
    const run = await runLaw(lawOf("create_then_get_equal"), open, createLawContext({ ...logbook, tables, seed: 1 }));
    expect(run.findings[0]?.what).toContain("the key is");
  });
  it("find nothing valid without what all requests have", async () => {
    const context = createLawContext({ ...logbook, parameters: {}, seed: 1 });
    const { findings } = await runLaw(lawOf("response_conformance"), open, context);
    expect(findings).toHaveLength(logbookTables.operations.length);
  });
});

afterAll(close);
