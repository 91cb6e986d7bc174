import { afterAll, describe, expect, it } from "vitest";
import { plantedBugs, tryBug } from "../src/laws/bugs/planted-bugs.ts";
import { describeLaws } from "../src/laws/describe-laws.ts";
import { describePlantedBugs } from "../src/laws/describe-planted-bugs.ts";
import { createLawContext } from "../src/laws/law-context.ts";
import { laws } from "../src/laws/rules/all-laws.ts";
import { runLaw } from "../src/laws/run-law.ts";
import type { OpenWorld } from "../src/laws/world.ts";
import { archiveDocument } from "./archive/document.ts";
import { archiveTables } from "./archive/tables.ts";
import { openArchive } from "./archive/world.ts";

const { open, close } = await openArchive();
const archive = { name: "an archive that tells little", tables: archiveTables, document: archiveDocument, world: open };

describeLaws(archive);

describePlantedBugs(archive);

describe("a creation is judged by what it made", () => {
  it.each([
    ["with nothing", "putStamp"],
    ["with the key alone", "fileLetter"],
    ["with null", "giveGift"],
  ])("where it is answered %s: %s", async (_, creation) => {
    const operations = archiveTables.operations.filter(
      ({ id, resource }) => id === creation || resource?.action !== "create",
    );
    const context = createLawContext({ ...archive, tables: { ...archiveTables, operations }, seed: 1 });
    const bugs = plantedBugs.filter(({ law }) => law === "create_then_get_equal" || law === "list_contains_created");
    const outcomes = await Promise.all(bugs.map((bug) => tryBug(bug, open, context)));
    const tried = outcomes.filter(({ noticed }) => noticed !== undefined);
    expect(tried.length).toBeGreaterThan(0);
    expect(tried.filter(({ noticed }) => noticed === false)).toEqual([]);
  });
});

describe("a list without pages", () => {
  it.each(["listStamps", "listGifts"])(
    "is judged by its declared order, whatever member that goes by: %s",
    async (id) => {
      const operations = archiveTables.operations.filter((one) => one.id === id || one.resource?.action !== "list");
      const context = createLawContext({ ...archive, tables: { ...archiveTables, operations }, seed: 1 });
      const [bug, ...more] = plantedBugs.filter(({ law }) => law === "sorted_as_asked");
      for (const one of [bug, ...more])
        expect(one && (await tryBug(one, open, context))).toMatchObject({ noticed: true });
    },
  );
});

describe("a world without one entity of a type", () => {
  const seeded = [
    "/api/drawers/1/letters/0123456789abcdef0123456789abcdef",
    "/api/stamps/RO-1840",
    "/api/stamps/BL-1841",
  ];
  const emptied: OpenWorld = async () => {
    const world = await open();
    const headers = { authorization: `Bearer ${world.token()}` };
    for (const path of seeded) await world.fetch(new Request(`${world.origin}${path}`, { method: "DELETE", headers }));
    return world;
  };

  it.each(["sorted_as_asked", "parent_scope_isolated"])("gets one before %s is tried", async (name) => {
    const world = await emptied();
    expect([...(await world.entities("Letter")), ...(await world.entities("Stamp"))]).toEqual([]);
    const law = laws.find((one) => one.name === name);
    const run = law && (await runLaw(law, emptied, createLawContext({ ...archive, seed: 1 })));
    expect(run).toMatchObject({ findings: [], underivable: [] });
  });
});

describe("a job without a result", () => {
  const law = "job_result_at_end";

  it("gives the law on results nothing to judge, and its bugs no place", async () => {
    const context = createLawContext({ ...archive, seed: 1 });
    const bugs = plantedBugs.filter((bug) => bug.law === law);
    expect(bugs.length).toBeGreaterThan(0);
    for (const bug of bugs) expect(await tryBug(bug, open, context)).toMatchObject({ noticed: undefined });
  });
});

afterAll(close);
