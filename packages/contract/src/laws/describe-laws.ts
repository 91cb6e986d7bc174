import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Finding } from "./law.ts";
import { createLawContext, type LawContextOptions } from "./law-context.ts";
import { addUp, describeFindings, type LawsReport, tableOf } from "./report.ts";
import { laws } from "./rules/all-laws.ts";
import { type LawRun, runLaw } from "./run-law.ts";
import type { OpenWorld } from "./world.ts";

/** The parts of a suite of laws. */
export interface Laws extends LawContextOptions {
  /** Of the API and the way it is reached. */
  readonly name: string;
  readonly world: OpenWorld;
  /** Gets the numbers when all is done. */
  readonly report?: (report: LawsReport) => void;
}

/**
 * Registers a test for each law that the declarations give, and prints at the end which were tried on how many
 * operations in how many cases. `LAWS_SEED` in the environment repeats a run.
 */
export function describeLaws({ name, world, report, ...options }: Laws): void {
  const context = createLawContext(options);
  const runs: LawRun[] = [];
  describe(`laws of ${name}, LAWS_SEED=${context.seed}`, () => {
    beforeAll(() => console.log(`laws of ${name}: LAWS_SEED=${context.seed} repeats this run`));
    const spoken = laws.filter((law) => law.targets(context).length > 0);
    for (const law of spoken) {
      it(`${law.name}: ${law.states}`, { timeout: 60_000 }, async () => {
        const run = await runLaw(law, world, context);
        runs.push(run);
        if (run.findings.length > 0) expect.fail(`LAWS_SEED=${context.seed}\n${describeFindings(run.findings)}`);
        expect(run.underivable, "operations without a valid request").toEqual([]);
        expect(run.cases).toBeGreaterThan(0);
      });
    }
    it("each answer on the way conforms too", () => {
      const ambient: Finding[] = runs.flatMap((run) => run.ambient);
      if (ambient.length > 0) expect.fail(`LAWS_SEED=${context.seed}\n${describeFindings(ambient.slice(0, 20))}`);
    });
    afterAll(() => {
      const total = addUp(name, context.seed, runs, {
        byHand: Object.keys(context.requests),
        silent: laws.filter((law) => !spoken.includes(law)).map((law) => law.name),
      });
      console.log(tableOf(total));
      report?.(total);
    });
  });
}
