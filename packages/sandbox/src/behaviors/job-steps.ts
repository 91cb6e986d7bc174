import type { JobTable } from "../tables/tables.ts";

/** Where a running job stands. */
export interface JobPosition {
  readonly state: string;
  /** When it came into its state: milliseconds since 1970-01-01 UTC on the session clock. */
  readonly since: number;
  /** Status reads that found it in this state. */
  readonly polls: number;
}

/** Steps that one read can take; a job that goes in circles would never come to rest. */
const maxSteps = 1000;

/**
 * Where a job has come since: every step that time or polls have brought, each at the time when it was due.
 * @param goal - The end that it walks to. @default by the first of each state's next ones
 * @returns The new positions, the last one being where it stands now; none where nothing has happened.
 */
export function walk({ states }: JobTable, from: JobPosition, now: number, goal?: string): readonly JobPosition[] {
  const steps: JobPosition[] = [];
  let position = from;
  while (steps.length < maxSteps) {
    const state = states[position.state];
    if (state === undefined || "end" in state) break;
    const { ms, polls } = state.after;
    const dueAt = ms === undefined ? Number.POSITIVE_INFINITY : position.since + ms;
    if (dueAt > now && (polls === undefined || position.polls < polls)) break;
    const next = stepTowards(states, position.state, goal) ?? state.next[0];
    if (next === undefined) break;
    position = { state: next, since: Math.min(dueAt, now), polls: 0 };
    steps.push(position);
  }
  return steps;
}

/** When time alone will move a job on or have it forgotten; Infinity where it will not. */
export function dueAt(job: JobTable, position: JobPosition): number {
  const table = job.states[position.state];
  const ms = table === undefined || "end" in table ? undefined : table.after.ms;
  return Math.min(ms === undefined ? Number.POSITIVE_INFINITY : position.since + ms, forgottenAt(job, position));
}

/** When a job is forgotten unless it moves on before; Infinity where it never is. */
export function forgottenAt({ keptMs = Number.POSITIVE_INFINITY }: JobTable, { since }: JobPosition): number {
  return since + keptMs;
}

/** Whether a job stays in a state for good. */
export function isEnd({ states }: JobTable, state: string): boolean {
  const table = states[state];
  return table !== undefined && "end" in table;
}

/**
 * The failing end that is nearest to a state, one that says why before one that doesn't; any of the job's where none can
 * be reached from it.
 */
export function nearestFailure({ states }: JobTable, from: string): string | undefined {
  const failures = [...reachable(states, from).map(([name]) => name), ...Object.keys(states)].filter((name) => {
    const state = states[name];
    return state !== undefined && "end" in state && state.end === "failure";
  });
  const telling = failures.find((name) => "message" in (states[name] ?? {}));
  return telling ?? failures[0];
}

/** Whether a state can be reached from another. */
export function leadsTo({ states }: JobTable, from: string, goal: string): boolean {
  return reachable(states, from).some(([name]) => name === goal);
}

function stepTowards(states: JobTable["states"], from: string, goal: string | undefined): string | undefined {
  return goal === undefined ? undefined : reachable(states, from).find(([name]) => name === goal)?.[1];
}

/** All states after this one, nearest first, each with the first step on the way there. */
function reachable(states: JobTable["states"], from: string): [name: string, firstStep: string][] {
  const found = new Map<string, string>();
  const queue: [string, string | undefined][] = [[from, undefined]];
  for (const [name, first] of queue) {
    const state = states[name];
    for (const next of state === undefined || "end" in state ? [] : state.next) {
      if (found.has(next)) continue;
      found.set(next, first ?? next);
      queue.push([next, first ?? next]);
    }
  }
  return [...found];
}
