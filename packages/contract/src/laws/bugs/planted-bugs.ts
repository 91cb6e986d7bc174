import { caseFailed } from "../bench.ts";
import type { LawContext } from "../law-context.ts";
import { laws } from "../rules/all-laws.ts";
import { runLaw } from "../run-law.ts";
import type { OpenWorld } from "../world.ts";
import { answerBugs } from "./answer-bugs.ts";
import { jobBugs } from "./job-bugs.ts";
import { listBugs } from "./list-bugs.ts";
import type { PlantedBug } from "./planted-bug.ts";
import { quotaBugs } from "./quota-bugs.ts";
import { stateBugs } from "./state-bugs.ts";
import { webhookBugs } from "./webhook-bugs.ts";

/** All planted bugs; each law has at least one. */
export const plantedBugs: readonly PlantedBug[] = [
  ...answerBugs,
  ...quotaBugs,
  ...listBugs,
  ...jobBugs,
  ...stateBugs,
  ...webhookBugs,
];

/** What came of a planted bug. */
export interface BugOutcome {
  readonly bug: PlantedBug;
  /** Whether its law turned red; undefined where the API declares nothing that the law or the bug speaks of. */
  readonly noticed: boolean | undefined;
  /** What the law said first. */
  readonly said: string;
}

/** Whether the declarations have what a bug spoils, and what its law says something of. */
export function isPlantable(bug: PlantedBug, context: LawContext): boolean {
  const law = laws.find(({ name }) => name === bug.law);
  return law !== undefined && law.targets(context).length > 0 && (bug.applies?.(context) ?? true);
}

/** Plants a bug and tries its law. */
export async function tryBug(bug: PlantedBug, open: OpenWorld, context: LawContext): Promise<BugOutcome> {
  const law = laws.find(({ name }) => name === bug.law);
  if (law === undefined) throw new RangeError(`There is no law ${bug.law}.`);
  if (!isPlantable(bug, context)) return { bug, noticed: undefined, said: "" };
  const { findings } = await runLaw(law, bug.plant(open, context), context, true);
  // A case that fails by itself has judged nothing.
  const judged = findings.filter(({ what }) => !what.startsWith(caseFailed));
  return { bug, noticed: judged.length > 0, said: (judged[0] ?? findings[0])?.what ?? "" };
}
