import fc from "fast-check";
import type { FairleadError } from "../src/index.ts";
import { searchCase, secretCases } from "./secrets-cases.ts";
import { errorExports } from "./support/error-modules.ts";

/** What a fuzz came to. */
export interface FuzzReport {
  readonly cases: number;
  readonly seed: number;
  /** Each place of a secret that was found, with the case; the secret is not in it. */
  readonly hits: readonly string[];
  /** Calls that ended in another way than their scenario says, so that they have shown nothing. */
  readonly misfits: readonly string[];
  /** Classes of errors that no case ended with. */
  readonly unseen: readonly string[];
}

/** Tokens have no blanks; the odd ones here are what URLs, JSON and `inspect` write in another way. */
const secrets = fc.string({
  unit: fc.constantFrom(..."abcdXYZ01289-._~+/=\"\\&<%$'`{}"),
  minLength: 12,
  maxLength: 40,
});

/** Goes through all cases again and again, each time with another secret, until there were so many. */
export async function fuzz(count: number, seed: number): Promise<FuzzReport> {
  const hits: string[] = [];
  const misfits = new Set<string>();
  const seen = new Set<string>();
  let index = 0;
  for (const secret of fc.sample(secrets, { numRuns: count, seed })) {
    const given = secretCases[index++ % secretCases.length] as (typeof secretCases)[number];
    try {
      const outcome = await searchCase(given, secret);
      const error = outcome.ok ? (outcome.result as { error?: unknown } | undefined)?.error : outcome.error;
      const name =
        (error as Error | undefined)?.constructor && ((error as Error).constructor as typeof FairleadError).errorName;
      if (name !== given.scenario.error) misfits.add(`${given.name}: ${name ?? "no error"}`);
      seen.add(`${name}`);
    } catch (error) {
      seen.add(given.scenario.error);
      hits.push(`${given.name}: ${(error as Error).message}`);
    }
  }
  return {
    cases: count,
    seed,
    hits,
    misfits: [...misfits],
    unseen: errorClasses.filter((name) => !seen.has(name)),
  };
}

/** The classes that there are, without the two that only have others below them. */
export const errorClasses: readonly string[] = Object.values(errorExports)
  .map((value) => Object(value).errorName as unknown)
  .filter((name): name is string => typeof name === "string" && !/^(FairleadError|TransportError)$/.test(name));

/** The line that a run prints. */
export function summaryOf({ cases, seed, hits }: FuzzReport): string {
  return `secrets: ${hits.length} hits in ${cases} cases (seed ${seed})`;
}
