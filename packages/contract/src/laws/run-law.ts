import { Bench } from "./bench.ts";
import type { Finding, Law, LawReport } from "./law.ts";
import type { LawContext } from "./law-context.ts";
import type { OpenWorld } from "./world.ts";

/** What came of a law, and the answers on the way that break the document. */
export interface LawRun extends LawReport {
  readonly ambient: readonly Finding[];
}

/**
 * Tries a law on every operation that it says something of.
 * @param until - Whether to stop at the first operation that it does not hold for. @default false
 */
export async function runLaw(law: Law, open: OpenWorld, context: LawContext, until = false): Promise<LawRun> {
  const targets = law.targets(context);
  const run = { cases: 0, findings: [] as Finding[], underivable: [] as string[], ambient: [] as Finding[] };
  for (const target of targets) {
    const bench = new Bench(law.name, target, open, context);
    try {
      await bench.attemptAll(() => law.check(bench, target));
    } finally {
      await bench.close();
    }
    run.cases += bench.cases;
    run.findings.push(...bench.findings);
    run.underivable.push(...bench.underivable);
    run.ambient.push(...bench.ambient);
    if (until && run.findings.length > 0) break;
  }
  return { law: law.name, states: law.states, operations: targets.length, ...run };
}
