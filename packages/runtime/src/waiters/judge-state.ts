import type { JobCondition, JobRow } from "../operation-row.ts";
import { valueAt } from "../value-at.ts";

/** What an answer means to a wait. */
export interface Verdict {
  /** The name of the state, for the tally. */
  readonly name: string;
  /** Whether the row does not know the name, which then is whatever the server wrote. */
  readonly isForeign?: boolean;
  /** Present when the wait is over. */
  readonly end?: "success" | "failure" | undefined;
  /** What the server says about a failure. */
  readonly message?: unknown;
  /** What stands in the place of the result. */
  readonly result?: unknown;
}

/**
 * Says what an answer means by the rules of a job's row. A state that the row does not know counts as running, and so
 * does a final one whose condition does not hold: a server that has learned a new state still ends in an old one.
 * @param pointer - Where the state stands.
 */
export function judgeState(
  { states, failWhen, result }: JobRow,
  answer: unknown,
  pointer: string | undefined,
): Verdict {
  const name = `${valueAt(answer, pointer)}`;
  const { end, when, message, result: usual = [""] } = states[name] ?? {};
  const hasFailed = failWhen && holds(failWhen, answer);
  return {
    name,
    isForeign: !states[name],
    end: hasFailed ? "failure" : when && !holds(when, answer) ? undefined : end,
    message: firstPresent(answer, message),
    result: firstPresent(answer, result ?? usual),
  };
}

/** The value at the first pointer at which there is one; a null is none. */
function firstPresent(answer: unknown, pointers: readonly string[] = []): unknown {
  return pointers.map((pointer) => valueAt(answer, pointer)).find((value) => value != null);
}

function holds(condition: JobCondition, answer: unknown): boolean {
  return Object.entries(condition).every(([pointer, wanted]) => {
    const value = valueAt(answer, pointer);
    return wanted === "truthy" ? value : wanted === "present" ? value != null : value === wanted;
  });
}
