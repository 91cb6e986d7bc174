import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clientLaws } from "../laws/client/client-laws.ts";
import type { ClientRows } from "../laws/client/client-subject.ts";
import { readDeclarations } from "../laws/client/declarations.ts";
import { createLawContext, type LawContextOptions } from "../laws/law-context.ts";
import { describeFindings } from "../laws/report.ts";
import { runLaw } from "../laws/run-law.ts";
import type { OpenWorld } from "../laws/world.ts";
import { rowMutants } from "./row-mutants.ts";
import { addUpMutants, type RowMutantsReport, textOf } from "./row-mutants-report.ts";
import { whySame } from "./same-to-client.ts";
import { type RowMutantOutcome, tryRowMutant } from "./try-row-mutant.ts";

/** The parts of a suite of row mutants. */
export interface RowMutantsOptions extends LawContextOptions {
  readonly name: string;
  /** The rows of the client as it is. */
  readonly rows: ClientRows;
  /** Worlds of the sandbox of the document: they are not changed. */
  readonly world: OpenWorld;
  /** How many of the pointers beside a pointer are tried in its place. @default all */
  readonly siblings?: number;
  /** Gets the numbers when all is done. */
  readonly report?: (report: RowMutantsReport) => void;
}

/**
 * Registers tests that the client keeps the laws of clients, and that the laws notice every client with one wrong
 * statement in its rows, unless a stated reason makes it the same to the runtime. At the end it prints how many were
 * noticed. `LAWS_SEED` in the environment repeats a run.
 */
export function describeRowMutants(suite: RowMutantsOptions): void {
  const { name, rows, world, siblings, report, document, ...options } = suite;
  const context = createLawContext({ exhaustive: false, ...options, document });
  const subject = { rows, declarations: readDeclarations(document) };
  const mutants = rowMutants({ rows, context, ...(siblings === undefined ? {} : { siblings }) });
  const outcomes: RowMutantOutcome[] = [];
  describe(`the client of ${name} with wrong rows, LAWS_SEED=${context.seed}`, () => {
    beforeAll(() => console.log(`row mutants of ${name}: LAWS_SEED=${context.seed} repeats this run`));
    for (const law of clientLaws(subject).filter((one) => one.targets(context).length > 0)) {
      it(`as it is keeps ${law.name}: ${law.states}`, { timeout: 60_000 }, async () => {
        const { findings, underivable, cases } = await runLaw(law, world, { ...context, exhaustive: true });
        if (findings.length > 0) expect.fail(`LAWS_SEED=${context.seed}\n${describeFindings(findings)}`);
        expect(underivable, "operations without a valid request").toEqual([]);
        expect(cases).toBeGreaterThan(0);
      });
    }
    for (const aspect of new Set(mutants.map((one) => one.aspect))) {
      it(`is noticed wherever its ${aspect} would tell`, { timeout: 300_000 }, async () => {
        const wrong: string[] = [];
        for (const mutant of mutants.filter((one) => one.aspect === aspect)) {
          const outcome = await tryRowMutant(mutant, subject, world, context);
          outcomes.push(outcome);
          const isSame = whySame(rows, mutant.rows) !== undefined;
          if (outcome.law === undefined && !isSame) wrong.push(`not noticed: ${textOf(mutant)}. ${outcome.said}`);
          if (outcome.law !== undefined && isSame) wrong.push(`not the same: ${textOf(mutant)}. ${outcome.said}`);
        }
        expect(wrong).toEqual([]);
      });
    }
    afterAll(() => {
      const total = addUpMutants(name, rows, outcomes);
      console.log(total.text);
      report?.(total);
    });
  });
}
