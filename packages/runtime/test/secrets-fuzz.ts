import fc from "fast-check";
import type { FairleadError } from "../src/index.ts";
import * as runtime from "../src/index.ts";
import { type SecretCase, searchCase, secretCases } from "./secrets-cases.ts";
import { type KnownLeak, knownLeaks } from "./secrets-known-leaks.ts";

/** What a fuzz came to. */
export interface FuzzReport {
  readonly cases: number;
  readonly seed: number;
  /** Each place of a secret that was found, with the case; the secret is not in it. */
  readonly hits: readonly string[];
  /** Calls that ended in another way than their scenario says, so that they have shown nothing. */
  readonly misfits: readonly string[];
  /** Known leaks in which nothing was found. */
  readonly mended: readonly string[];
  /** How many cases leaked in a way that is known. */
  readonly knownHits: number;
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
export async function fuzz(count: number, seed: number, leaks: readonly KnownLeak[] = knownLeaks): Promise<FuzzReport> {
  const hits: string[] = [];
  const misfits = new Set<string>();
  const leaking = new Set<string>();
  const seen = new Set<string>();
  let knownHits = 0;
  let index = 0;
  for (const secret of fc.sample(secrets, { numRuns: count, seed })) {
    const given = secretCases[index++ % secretCases.length] as SecretCase;
    const leak = leaks.find(({ covers }) => covers(given));
    try {
      const outcome = await searchCase(given, secret);
      const error = outcome.ok ? (outcome.result as { error?: unknown } | undefined)?.error : outcome.error;
      const name =
        (error as Error | undefined)?.constructor && ((error as Error).constructor as typeof FairleadError).errorName;
      if (name !== given.scenario.error) misfits.add(`${given.name}: ${name ?? "no error"}`);
      seen.add(`${name}`);
    } catch (error) {
      seen.add(given.scenario.error);
      if (leak) {
        leaking.add(leak.name);
        knownHits++;
      } else hits.push(`${given.name}: ${(error as Error).message}`);
    }
  }
  const mended = leaks.map(({ name }) => name).filter((name) => !leaking.has(name));
  return {
    cases: count,
    seed,
    hits,
    misfits: [...misfits],
    mended,
    knownHits,
    unseen: errorClasses.filter((name) => !seen.has(name)),
  };
}

/** The classes that the main entry exports, without the two that only have others below them. */
export const errorClasses: readonly string[] = Object.values(runtime as object)
  .map((value) => Object(value).errorName as unknown)
  .filter((name): name is string => typeof name === "string" && !/^(FairleadError|TransportError)$/.test(name));

/** The line that a run prints: all hits, and how many of them nobody knew. */
export function summaryOf({ cases, seed, hits, knownHits }: FuzzReport): string {
  const all = hits.length + knownHits;
  return `secrets: ${all} hits in ${cases} cases, ${knownHits} of them by ${knownLeaks.length} known leaks (seed ${seed})`;
}
