import { caseFailed } from "../laws/bench.ts";
import { clientLaws } from "../laws/client/client-laws.ts";
import type { ClientSubject } from "../laws/client/client-subject.ts";
import type { Law } from "../laws/law.ts";
import type { LawContext } from "../laws/law-context.ts";
import { runLaw } from "../laws/run-law.ts";
import type { OpenWorld } from "../laws/world.ts";
import type { RowMutant } from "./row-mutant.ts";

/** What came of a mutant. */
export interface RowMutantOutcome {
  readonly mutant: RowMutant;
  /** The law that noticed it; undefined where none did. */
  readonly law: string | undefined;
  /** What that law said first, or why a case judged nothing. */
  readonly said: string;
}

/**
 * Tries the laws of clients on a client with one wrong statement, on the operations that the statement is of, until one
 * law has noticed it.
 * @param lawsOf - The laws. @default all laws of clients
 */
export async function tryRowMutant(
  mutant: RowMutant,
  { declarations }: Pick<ClientSubject, "declarations">,
  open: OpenWorld,
  context: LawContext,
  lawsOf: (subject: ClientSubject) => readonly Law[] = clientLaws,
): Promise<RowMutantOutcome> {
  let said = "";
  for (const law of lawsOf({ rows: mutant.rows, declarations })) {
    const targets = law.targets(context).filter((id) => mutant.operations.includes(id));
    if (targets.length === 0) continue;
    const { findings } = await runLaw({ ...law, targets: () => targets }, open, context, true);
    // A case that fails by itself has judged nothing.
    const judged = findings.find(({ what }) => !what.startsWith(caseFailed));
    if (judged !== undefined) return { mutant, law: law.name, said: `${judged.operation}: ${judged.what}` };
    said ||= findings[0]?.what ?? "";
  }
  return { mutant, law: undefined, said };
}
