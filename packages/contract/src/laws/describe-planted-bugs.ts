import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isPlantable, plantedBugs, tryBug } from "./bugs/planted-bugs.ts";
import { createLawContext, type LawContextOptions } from "./law-context.ts";
import { laws } from "./rules/all-laws.ts";
import type { OpenWorld } from "./world.ts";

/** The parts of a suite of planted bugs. */
export interface PlantedBugsOptions extends LawContextOptions {
  readonly name: string;
  readonly world: OpenWorld;
  /** Gets the numbers when all is done. */
  readonly report?: (report: { noticed: number; total: number }) => void;
}

/** Registers a test for each planted bug that the declarations have a place for: its law must turn red. At the end one line says how many were noticed. */
export function describePlantedBugs({ name, world, report, ...options }: PlantedBugsOptions): void {
  const context = createLawContext({ runs: 6, exhaustive: false, ...options });
  const bugs = plantedBugs.filter((bug) => isPlantable(bug, context));
  let noticed = 0;
  describe(`bugs planted in ${name}, LAWS_SEED=${context.seed}`, () => {
    beforeAll(() => console.log(`bugs planted in ${name}: LAWS_SEED=${context.seed} repeats this run`));
    it("there is one at least for each law", () => {
      const without = laws.filter((law) => !plantedBugs.some((bug) => bug.law === law.name));
      expect(without.map((law) => law.name)).toEqual([]);
      expect(plantedBugs.filter((bug) => !laws.some((law) => law.name === bug.law))).toEqual([]);
    });
    for (const bug of bugs) {
      it(`${bug.law} notices: ${bug.what}`, { timeout: 60_000 }, async () => {
        const outcome = await tryBug(bug, world, context);
        expect(outcome.noticed, outcome.said).toBe(true);
        noticed++;
      });
    }
    afterAll(() => {
      console.log(`planted bugs of ${name}: ${noticed} noticed of ${bugs.length}`);
      report?.({ noticed, total: bugs.length });
    });
  });
}
