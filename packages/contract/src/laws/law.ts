import type { Bench } from "./bench.ts";
import type { LawContext } from "./law-context.ts";

/** Something that must hold of every operation with certain declarations. */
export interface Law {
  /** In snake_case, as other test generators name theirs. */
  readonly name: string;
  /** What holds, in a sentence. */
  readonly states: string;
  /** The operations that it says something of, by operationId. */
  targets(context: LawContext): readonly string[];
  /** Tries it on one operation; every case goes through `bench.attempt` or `bench.property`. */
  check(bench: Bench, target: string): Promise<void>;
}

/** A case in which a law did not hold. */
export interface Finding {
  readonly law: string;
  readonly operation: string;
  /** What was expected, and what came instead. */
  readonly what: string;
  /** The request as a command line. */
  readonly request?: string;
  readonly answer?: string;
}

/** What came of a law. */
export interface LawReport {
  readonly law: string;
  readonly states: string;
  readonly operations: number;
  readonly cases: number;
  readonly findings: readonly Finding[];
  /** Operations of which no valid request could be derived, with the reason. */
  readonly underivable: readonly string[];
}
