import type { Seed } from "../src/api.ts";
import type { Actor } from "../src/engine/call.ts";
import { type LiveCall, makeCall } from "../src/engine/live-call.ts";
import { FileStore } from "../src/files/file-store.ts";
import { filesOf } from "../src/files/files-of.ts";
import { defaultLimits, type Limits } from "../src/limits.ts";
import { createSessions, type SessionsOptions } from "../src/session/create-sessions.ts";
import type { ApiState, Session, Sessions } from "../src/session/session.ts";
import type { Tables } from "../src/tables/tables.ts";
import { museumSeed } from "./museum-api.ts";
import { museumTables } from "./museum-tables.ts";

/** The start of a virtual clock: 2026-01-01T00:00:00Z. */
export const start: number = Date.UTC(2026, 0, 1);

/** The sessions of a museum, without an engine before them. */
export function museumSessions(
  options: Partial<Omit<SessionsOptions, "limits">> & { limits?: Partial<Limits>; seeds?: Seed; tables?: Tables } = {},
): Sessions {
  const limits = { ...defaultLimits, ...options.limits };
  const { tables = museumTables, seeds = museumSeed } = options;
  return createSessions({
    apis: { museum: { tables, seed: seeds } },
    clock: { mode: "virtual" },
    fileStore: new FileStore(limits),
    ...options,
    limits,
  });
}

/** The museum's state in a session. */
export function museumOf(session: Session): ApiState {
  return session.api("museum");
}

/** A call that has passed all checks. */
export function museumCall(
  session: Session,
  operationId: string,
  given: {
    path?: Record<string, unknown>;
    query?: Record<string, unknown>;
    header?: Record<string, unknown>;
    body?: unknown;
    actor?: Actor;
    tables?: Tables;
  } = {},
): LiveCall {
  const { store, files } = museumOf(session);
  const { clock, random } = session;
  const tables = given.tables ?? museumTables;
  const operation = tables.operations.find(({ id }) => id === operationId);
  if (operation === undefined) throw new RangeError(`The museum has no operation ${operationId}`);
  const origin = "http://museum.localhost";
  return makeCall(
    {
      operation,
      path: given.path ?? {},
      query: given.query ?? {},
      header: given.header ?? {},
      body: given.body,
      actor: given.actor ?? { token: "test-token", role: undefined, tier: undefined },
      store,
      files: filesOf(files, new FileStore(defaultLimits), { origin, clock, random }),
      clock,
      random,
      origin,
      gone: new AbortController().signal,
      changed: () => Promise.reject(new Error("Nothing changes in a call of a test")),
    },
    tables,
  );
}
