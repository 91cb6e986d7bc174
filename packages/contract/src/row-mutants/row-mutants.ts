import { redirectMutants, repeatMutants } from "./call-mutants.ts";
import { classMutants } from "./class-mutants.ts";
import { jobMutants } from "./job-mutants.ts";
import { pageMutants } from "./page-mutants.ts";
import type { MutantSource, RowMutant } from "./row-mutant.ts";

/** Every client that differs from the given one in one statement, as far as laws of clients speak of it. */
export function rowMutants(source: MutantSource): readonly RowMutant[] {
  return [
    ...classMutants(source),
    ...pageMutants(source),
    ...jobMutants(source),
    ...repeatMutants(source),
    ...redirectMutants(source),
  ];
}
