import { Map as ImmutableMap, List } from "immutable";
import type { Forkable } from "../session/forkable.ts";
import type { JobTable } from "../tables/tables.ts";
import { isEntryList } from "./entry-list.ts";
import { dueAt, isEnd, type JobPosition, leadsTo } from "./job-steps.ts";

/** How a job is to end. */
export interface JobPlan {
  /** An end among the states of the job. */
  readonly end: string;
  /** What the job says when it fails. @default a text that names the plan */
  readonly message?: string;
}

/** Which job a plan is for: that one, or the next one that the operation starts, or just the next one. */
export interface JobChoice {
  readonly operationId?: string;
  readonly jobId?: string | number;
}

/** A job that still changes: it runs, or it has ended and will be forgotten. */
export interface Booked extends JobPosition {
  /** Name in the tables. */
  readonly job: string;
  readonly id: string;
  /** The operation that started it. */
  readonly operationId: string;
  readonly plan?: JobPlan;
}

/** What a book holds. */
export interface BookState {
  /** Jobs that still change, by name and id. */
  readonly running: ImmutableMap<string, Booked>;
  /** Plans for jobs to come, in the order in which they are used. */
  readonly plans: List<JobPlan & { readonly operationId?: string }>;
  /** No job moves by time alone before this. */
  readonly quietUntil: number;
}

const empty: BookState = { running: ImmutableMap(), plans: List(), quietUntil: Number.POSITIVE_INFINITY };

/** The jobs of one API in one session that still change, and how those to come shall end. */
export class JobBook implements Forkable<BookState> {
  readonly #tables: Readonly<Record<string, JobTable>>;
  #state: BookState = empty;
  /** Jobs whose end is being worked out: whoever else reads them waits for the same. */
  readonly #ending = new Map<string, Promise<void>>();

  /** @param tables - The jobs of the API. */
  constructor(tables: Readonly<Record<string, JobTable>>) {
    this.#tables = tables;
  }

  /**
   * Makes a job end otherwise than by the first of each state's next ones; its times stay.
   * @throws {RangeError} The operation starts no job, the job is not running, or it can't come to that end.
   */
  plan({ operationId, jobId, end, message }: JobChoice & JobPlan): void {
    const plan = { end, ...(message === undefined ? {} : { message }) };
    if (jobId !== undefined) {
      const booked = this.#state.running.find(
        ({ job, id, state }) => id === String(jobId) && this.#isRunning(job, state),
      );
      if (booked === undefined) throw new RangeError(`There is no running job ${jobId}`);
      this.#checkEnd(booked.job, booked.state, end);
      this.put({ ...booked, plan });
      return;
    }
    const jobs = Object.entries(this.#tables).filter(
      ([, { startedBy }]) => operationId === undefined || startedBy.includes(operationId),
    );
    if (jobs.length === 0) throw new RangeError(`No job is started by ${operationId ?? "any operation"}`);
    const refusals = jobs.map(([name, { states }]) => this.#refusal(name, Object.keys(states)[0] ?? "", end));
    const refusal = refusals.includes(undefined) ? undefined : refusals[0];
    if (refusal !== undefined) throw new RangeError(refusal);
    const waiting = { ...plan, ...(operationId === undefined ? {} : { operationId }) };
    this.#state = { ...this.#state, plans: this.#state.plans.push(waiting) };
  }

  /** The plan for a job that an operation starts now; it is used up. */
  takePlan(operationId: string, job: string): JobPlan | undefined {
    const { plans } = this.#state;
    const first = Object.keys(this.#tables[job]?.states ?? {})[0] ?? "";
    const index = plans.findIndex(
      (plan) =>
        (plan.operationId === undefined || plan.operationId === operationId) &&
        this.#refusal(job, first, plan.end) === undefined,
    );
    const plan = index === -1 ? undefined : plans.get(index);
    if (plan === undefined) return undefined;
    this.#state = { ...this.#state, plans: plans.delete(index) };
    const { end, message } = plan;
    return { end, ...(message === undefined ? {} : { message }) };
  }

  /** A job that still changes. */
  get(job: string, id: string | number): Booked | undefined {
    return this.#state.running.get(nameOf(job, id));
  }

  /** Books a job, or where it stands now. */
  put(booked: Booked): void {
    const { running, quietUntil } = this.#state;
    this.#state = {
      ...this.#state,
      running: running.set(nameOf(booked.job, booked.id), booked),
      quietUntil: Math.min(quietUntil, this.#dueAt(booked)),
    };
  }

  /** Strikes out a job that changes no more. */
  remove({ job, id }: Pick<Booked, "job" | "id">): void {
    this.#state = { ...this.#state, running: this.#state.running.delete(nameOf(job, id)) };
  }

  /** The jobs that time has moved on or had forgotten by now. */
  due(now: number): readonly Booked[] {
    if (now < this.#state.quietUntil) return [];
    const times = [...this.#state.running.values()].map((booked) => ({ booked, at: this.#dueAt(booked) }));
    const quietUntil = times.reduce((least, { at }) => Math.min(least, at), Number.POSITIVE_INFINITY);
    this.#state = { ...this.#state, quietUntil };
    return times.filter(({ at }) => at <= now).map(({ booked }) => booked);
  }

  /** When time moves on or has forgotten the next job: milliseconds since 1970-01-01 UTC; Infinity where it does none. */
  nextAt(): number {
    return this.#state.running.reduce(
      (least, booked) => Math.min(least, this.#dueAt(booked)),
      Number.POSITIVE_INFINITY,
    );
  }

  /** The work on the end of a job, where it is under way: who reads the job meanwhile has to wait for it. */
  ending({ job, id }: Pick<Booked, "job" | "id">): Promise<void> | undefined {
    return this.#ending.get(nameOf(job, id));
  }

  /** Works out the end of a job. */
  async end({ job, id }: Pick<Booked, "job" | "id">, work: () => Promise<void>): Promise<void> {
    const name = nameOf(job, id);
    const ending = work();
    this.#ending.set(name, ending);
    try {
      await ending;
    } finally {
      if (this.#ending.get(name) === ending) this.#ending.delete(name);
    }
  }

  save(): BookState {
    return this.#state;
  }

  load(saved: BookState): void {
    this.#ending.clear(); // what is being worked out belongs to the state before
    this.#state = saved;
  }

  toJSON({ running, plans }: BookState): unknown {
    return { running: [...running], plans: [...plans] };
  }

  fromJSON(json: unknown): BookState {
    const { running, plans } = (json ?? {}) as { running?: unknown; plans?: unknown };
    const isPlan = (plan: unknown): boolean => typeof (plan as Partial<JobPlan> | null)?.end === "string";
    if (
      !isEntryList<Booked>(running, ["job", "id", "operationId", "state", "since", "polls"]) ||
      !Array.isArray(plans) ||
      !plans.every(isPlan)
    )
      throw new TypeError("The jobs of a snapshot are malformed");
    // The first look at what is due finds the time.
    return { running: ImmutableMap(running), plans: List(plans), quietUntil: Number.NEGATIVE_INFINITY };
  }

  #dueAt(booked: Booked): number {
    const table = this.#tables[booked.job];
    return table === undefined ? Number.POSITIVE_INFINITY : dueAt(table, booked);
  }

  #isRunning(job: string, state: string): boolean {
    const table = this.#tables[job];
    return table !== undefined && !isEnd(table, state);
  }

  #checkEnd(job: string, from: string, end: string): void {
    const refusal = this.#refusal(job, from, end);
    if (refusal !== undefined) throw new RangeError(refusal);
  }

  /** Why a job can't come to an end; undefined where it can. */
  #refusal(job: string, from: string, end: string): string | undefined {
    const table = this.#tables[job];
    const ends = Object.entries(table?.states ?? {}).filter(([, state]) => "end" in state);
    if (table !== undefined && ends.some(([name]) => name === end) && leadsTo(table, from, end)) return undefined;
    return `${JSON.stringify(end)} is no end that the job ${job} can come to; its ends are ${ends.map(([name]) => name).join(", ")}`;
  }
}

function nameOf(job: string, id: string | number): string {
  return `${job}/${id}`;
}
