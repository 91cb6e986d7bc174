import type { SandboxApi } from "../api.ts";
import type { Answer } from "../engine/answer.ts";
import type { JobContext, JobHook, Members } from "../engine/hook.ts";
import type { LiveCall } from "../engine/live-call.ts";
import { partsOf, readPointer, writePointer } from "../pointer.ts";
import type { Entity } from "../store/store.ts";
import type { JobTable, Pointer, Tables } from "../tables/tables.ts";
import type { Booked, JobBook } from "./job-book.ts";
import { forgottenAt, isEnd, type JobPosition, nearestFailure, walk } from "./job-steps.ts";
import { readParam } from "./read-param.ts";

type Api = Pick<SandboxApi, "tables" | "hooks">;

/**
 * Starts a job: stores its entity in the first state and answers with it. The answer counts as poll 0: a job whose first
 * state takes no time has moved on in it.
 * @param name - Of the job in the tables.
 * @throws {Refusal} The hook starts no job.
 * @throws {RangeError} The tables have no such job.
 */
export async function startJob(call: LiveCall, name: string, book: JobBook, api: Api): Promise<Answer> {
  const { tables } = api;
  const { table, shownAt } = jobOf(name, tables);
  const state = Object.keys(table.states)[0] ?? "";
  const hook = hookOf(call.operation.id, api);
  const members = (await hook?.start(call as never)) ?? {};
  const statePointer = inEntity(table.status.state, shownAt);
  const job = call.store.create(table.resource, writePointer(members, statePointer, state) as Entity);

  const keyPointer = tables.resources[table.resource]?.key.pointer ?? "";
  const key = readPointer(job, keyPointer) as string | number;
  const plan = book.takePlan(call.operation.id, name);
  const booked = {
    job: name,
    id: String(key),
    operationId: call.operation.id,
    state,
    since: call.clock.now(),
    polls: 0,
  };
  book.put({ ...booked, ...(plan && { plan }) });
  await moveOn(call, { ...booked, ...(plan && { plan }) }, false, book, api);

  const now = call.store.get(table.resource, key) ?? job;
  if (table.start.id === keyPointer) return call.reply(now);
  const answer = writePointer({}, table.start.id, key);
  return call.reply(
    table.start.state === undefined ? answer : writePointer(answer, table.start.state, readPointer(now, statePointer)),
  );
}

/**
 * Brings the jobs up to date before anything reads them: counts a poll where the call is the status operation of one,
 * moves all on that time has moved, and forgets those whose time is over. A hook that fails to finish its job makes the
 * job fail, not the call.
 */
export async function progressJob(call: LiveCall, book: JobBook, api: Api): Promise<void> {
  for (const [name, { status }] of Object.entries(api.tables.jobs)) {
    if (status.operationId !== call.operation.id) continue;
    const id = readParam(call, status.param);
    const booked = typeof id === "string" || typeof id === "number" ? book.get(name, id) : undefined;
    if (booked !== undefined) await moveOn(call, booked, true, book, api);
  }
  await progressDueJobs(call, book, api);
}

/** Moves on the jobs that time has moved, and forgets those whose time is over; no poll is counted. */
export async function progressDueJobs(call: JobContext, book: JobBook, api: Api): Promise<void> {
  for (const booked of book.due(call.clock.now())) await moveOn(call, booked, false, book, api);
}

async function moveOn(
  call: JobContext,
  { job: name, id }: Pick<Booked, "job" | "id">,
  poll: boolean,
  book: JobBook,
  api: Api,
): Promise<void> {
  for (let ending = book.ending({ job: name, id }); ending; ending = book.ending({ job: name, id })) await ending;
  const booked = book.get(name, id);
  if (booked === undefined) return;
  const { table, shownAt } = jobOf(name, api.tables);
  const job = call.store.get(table.resource, id);
  if (job === undefined) return book.remove(booked); // it was deleted
  const now = call.clock.now();
  if (isEnd(table, booked.state)) {
    if (forgottenAt(table, booked) <= now) forget(call, table, booked, book);
    return;
  }
  // A hook has ended it, such as one that cancels: nothing moves it any more.
  const stored = readPointer(job, inEntity(table.status.state, shownAt));
  if (typeof stored === "string" && isEnd(table, stored)) return book.put({ ...booked, state: stored, since: now });
  const read = poll ? { ...booked, polls: booked.polls + 1 } : booked;
  const steps = walk(table, read, now, read.plan?.end);
  const position = steps.at(-1) ?? read;
  if (isEnd(table, position.state)) {
    book.put(read);
    const from = steps.at(-2)?.state ?? read.state;
    return book.end(read, () => endJob(call, read, from, position, book, api));
  }
  if (forgottenAt(table, position) <= now) return forget(call, table, read, book);
  book.put({ ...read, ...position });
  if (position.state === read.state) return;
  const changes = membersAt(job, [[inEntity(table.status.state, shownAt), position.state]]);
  call.store.update(table.resource, job, changes, position.since);
}

async function endJob(
  call: JobContext,
  booked: Booked,
  from: string,
  { state, since }: JobPosition,
  book: JobBook,
  api: Api,
): Promise<void> {
  const { table } = jobOf(booked.job, api.tables);
  const { resource } = table;
  const job = call.store.get(resource, booked.id);
  if (job === undefined) return;
  const changes = await endingOf(call, job, booked, from, state, api);
  // The session may have been reset or restored, or the job deleted or planned anew, while its hook worked.
  const stored = call.store.get(resource, booked.id);
  if (stored === undefined || book.get(booked.job, booked.id) !== booked) return;
  call.store.update(resource, stored, changes, since);
  const ended = { ...booked, state, since, polls: 0 };
  if (forgottenAt(table, ended) <= call.clock.now()) forget(call, table, ended, book);
  else if (table.keptMs === undefined) book.remove(booked);
  else book.put(ended);
}

/** Takes a job out of the book and the store: no status operation knows it any longer. */
function forget(call: JobContext, { resource }: JobTable, booked: Booked, book: JobBook): void {
  book.remove(booked);
  const job = call.store.get(resource, booked.id);
  if (job !== undefined) call.store.remove(resource, job);
}

/** The members of a job that change when it comes to an end; a hook that throws makes it another end. */
async function endingOf(
  call: JobContext,
  job: Entity,
  { job: name, operationId, plan }: Booked,
  from: string,
  end: string,
  api: Api,
): Promise<Members> {
  const { table, shownAt } = jobOf(name, api.tables);
  const hook = hookOf(operationId, api);
  const context = contextOf(call);
  const ended = (state: string, members: Members, message?: string): Members => {
    const place = table.states[state];
    const pointer = place !== undefined && "end" in place ? place.message : undefined;
    const writes: [Pointer, unknown][] = [[inEntity(table.status.state, shownAt), state]];
    if (pointer !== undefined && message !== undefined) writes.push([inEntity(pointer, shownAt), message]);
    return { ...members, ...membersAt({ ...job, ...members }, writes) };
  };
  const failed = (state: string, message: string): Members => ended(state, hook?.fail?.(job, context) ?? {}, message);

  const place = table.states[end];
  if (place !== undefined && "end" in place && place.end === "failure")
    return failed(end, plan?.message ?? `The job came to ${end}, as its plan said`);
  try {
    return ended(end, (await hook?.finish(job, context)) ?? {});
  } catch (error) {
    const failure = nearestFailure(table, from);
    if (failure === undefined) throw error;
    return failed(failure, error instanceof Error ? error.message : String(error));
  }
}

/** The top-level members of an entity that change when values are written at pointers. */
function membersAt(entity: Entity, writes: readonly (readonly [Pointer, unknown])[]): Members {
  const written = writes.reduce<unknown>(
    (value, [pointer, part]) => writePointer(value, pointer, part),
    entity,
  ) as Entity;
  const names = writes.map(([pointer]) => partsOf(pointer)[0] ?? "");
  return Object.fromEntries(names.map((name) => [name, written[name]]));
}

/** A job's table, and where its entity stands in the answer of its status operation. */
function jobOf(name: string, tables: Tables): { table: JobTable; shownAt: Pointer } {
  const table = Object.hasOwn(tables.jobs, name) ? tables.jobs[name] : undefined;
  if (table === undefined) throw new RangeError(`The document declares no job ${JSON.stringify(name)}`);
  const status = tables.operations.find(({ id }) => id === table.status.operationId);
  return { table, shownAt: status?.resource?.result ?? "" };
}

/** A pointer into the status answer as one into the entity that it shows. */
function inEntity(pointer: Pointer, shownAt: Pointer): Pointer {
  return pointer.startsWith(`${shownAt}/`) ? pointer.slice(shownAt.length) : pointer;
}

function hookOf(operationId: string, { hooks }: Api): JobHook | undefined {
  const jobs = hooks.jobs ?? {};
  return Object.hasOwn(jobs, operationId) ? (jobs[operationId] as unknown as JobHook) : undefined;
}

function contextOf({ store, files, clock, random, origin, timestamp }: JobContext): JobContext {
  return { store, files, clock, random, origin, timestamp };
}
