import type { components } from "../../generated/schema.ts";

/** A check of a project, which runs are made of. No operation makes one yet: the seed and tests do. */
export interface Check {
  /** `chk_...`. */
  readonly id: string;
  readonly projectId: string;
  readonly name: string;
  readonly source: components["schemas"]["CheckRunSource"];
  readonly blocks?: string;
  readonly requires?: string;
  readonly targets?: readonly string[];
  /** How long a run may take, in milliseconds. */
  readonly timeout: number;
}

/** A run of a check as it is stored: all that answers show of it. */
export type CheckRun = components["schemas"]["CheckRun"];
