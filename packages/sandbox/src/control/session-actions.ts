import type { ClockMode } from "../session/clock.ts";
import type { ForkOptions, Session } from "../session/session.ts";
import { clockJson, toClockMode } from "./clock-json.ts";
import type { ControlAnswer } from "./control-answer.ts";
import { ControlProblem, wrongBody } from "./control-problem.ts";
import type { ControlWorld } from "./control-world.ts";
import { sessionOf } from "./find-session.ts";
import type { ControlCall } from "./read-control-call.ts";

/** `listSessions`: some of the sessions. */
export function listSessions({ query, world }: ControlCall): ControlAnswer {
  const all = world.sessions.list();
  const skip = Number(query.skip);
  const sessions = all.slice(skip, skip + Number(query.limit)).map(summaryJson);
  return { status: 200, json: { sessions, total: all.length } };
}

/** `createSession`: a session that begins with the seed. */
export function createSession(call: ControlCall): ControlAnswer {
  return make(call, undefined);
}

/** `forkSession`: a session that begins as another one stands now. */
export function forkSession(call: ControlCall): ControlAnswer {
  return make(call, sessionOf(call));
}

/** `getSession`: a session with how much it holds. */
export function getSession(call: ControlCall): ControlAnswer {
  return { status: 200, json: sessionJson(sessionOf(call), call.world) };
}

/** `deleteSession`: the session is gone. @throws {ControlProblem} 409, it is the default one. */
export function deleteSession(call: ControlCall): ControlAnswer {
  const { sessions } = call.world;
  const { id } = sessionOf(call);
  if (id === sessions.default.id)
    throw new ControlProblem(
      "session-stays",
      `The session ${id} can't be removed. POST /__sandbox__/sessions/${id}/reset puts it back to its beginning.`,
    );
  sessions.remove(id);
  return { status: 204 };
}

/** `resetSession`: the session is as it began. */
export function resetSession(call: ControlCall): ControlAnswer {
  sessionOf(call).reset();
  return { status: 204 };
}

interface NewSession {
  readonly id?: string;
  readonly seed?: number;
  readonly clock?: { readonly mode: ClockMode["mode"]; readonly speed?: number };
}

function make({ body, operation, world }: ControlCall, of: Session | undefined): ControlAnswer {
  const { id, seed, clock } = (body ?? {}) as NewSession;
  if (id !== undefined && world.sessions.get(id) !== undefined)
    throw new ControlProblem(
      "session-exists",
      `There is a session ${JSON.stringify(id)} already. Take another id, leave it out to get one made, or remove that session first.`,
    );
  if (clock?.mode === "virtual" && clock.speed !== undefined)
    throw wrongBody(operation.id, "/clock/speed", "only a clock in the mode realtime has a speed");
  const options: ForkOptions & { readonly of?: Session } = {
    ...(id !== undefined && { id }),
    ...(seed !== undefined && { seed }),
    ...(clock !== undefined && { clock: toClockMode(clock.mode, clock.speed) }),
    ...(of !== undefined && { of }),
  };
  const session = world.sessions.fork(options);
  return {
    status: 201,
    json: sessionJson(session, world),
    headers: { location: `/__sandbox__/sessions/${session.id}` },
  };
}

function summaryJson({ id, createdAt, clock }: Session): { readonly [member: string]: unknown } {
  return { id, createdAt: new Date(createdAt).toISOString(), clock: clockJson(clock) };
}

function sessionJson(session: Session, { apis }: ControlWorld): unknown {
  const holdings = Object.entries(apis).map(([name, { tables }]) => {
    const { store, journal } = session.api(name);
    const entities = Object.keys(tables.resources).map((type) => [type, store.list(type).length]);
    return [name, { entities: Object.fromEntries(entities), requests: journal.count() }];
  });
  return { ...summaryJson(session), apis: Object.fromEntries(holdings) };
}
