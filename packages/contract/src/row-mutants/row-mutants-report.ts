import type { ClientRows } from "../laws/client/client-subject.ts";
import type { RowMutant } from "./row-mutant.ts";
import { whySame } from "./same-to-client.ts";
import type { RowMutantOutcome } from "./try-row-mutant.ts";

/** What came of all row mutants of a client. */
export interface RowMutantsReport {
  readonly noticed: number;
  /** Mutants that do something else: all but those that a stated reason makes the same. */
  readonly total: number;
  /** Mutants that are the same to the runtime. */
  readonly same: number;
  /** How many each law was the first to notice. */
  readonly byLaw: ReadonlyMap<string, number>;
  /** All this for people. */
  readonly text: string;
}

/** Adds up what came of each mutant. */
export function addUpMutants(name: string, rows: ClientRows, outcomes: readonly RowMutantOutcome[]): RowMutantsReport {
  const byLaw = new Map<string, number>();
  const reasons = new Map<string, string[]>();
  const missed: string[] = [];
  let same = 0;
  for (const { mutant, law, said } of outcomes) {
    const why = whySame(rows, mutant.rows);
    if (why !== undefined) {
      same++;
      const reason = why.join("; and ") || "nothing that the runtime reads is changed";
      reasons.set(reason, [...(reasons.get(reason) ?? []), textOf(mutant)]);
    } else if (law === undefined) missed.push(`${textOf(mutant)}${said === "" ? "" : ` (${said})`}`);
    else byLaw.set(law, (byLaw.get(law) ?? 0) + 1);
  }
  const total = outcomes.length - same;
  const noticed = total - missed.length;
  const lines = [
    `row mutants of ${name}: noticed ${noticed} of ${total}; ${same} more are the same to the runtime`,
    ...aspectsOf(rows, outcomes),
    ...[...byLaw].map(([law, count]) => `  first noticed by ${law}: ${count}`),
    ...missed.map((one) => `  not noticed: ${one}`),
    ...[...reasons].map(([reason, ones]) => `  the same, because ${reason}: ${ones.length} (${listOf(ones)})`),
  ];
  return { noticed, total, same, byLaw, text: lines.join("\n") };
}

/** A mutant in one line. */
export function textOf({ subject, what }: RowMutant): string {
  return `${subject}: ${what}`;
}

function aspectsOf(rows: ClientRows, outcomes: readonly RowMutantOutcome[]): string[] {
  return [...new Set(outcomes.map(({ mutant }) => mutant.aspect))].map((aspect) => {
    const all = outcomes.filter(({ mutant }) => mutant.aspect === aspect && whySame(rows, mutant.rows) === undefined);
    const noticed = all.filter(({ law }) => law !== undefined);
    return `  ${aspect}: ${noticed.length} of ${all.length}`;
  });
}

function listOf(texts: readonly string[]): string {
  return texts.length > 12 ? `${texts.slice(0, 12).join(", ")} and ${texts.length - 12} more` : texts.join(", ");
}
