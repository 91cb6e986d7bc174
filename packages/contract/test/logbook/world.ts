import { type Call, type Entity, type Hook, type SandboxApi, startSandbox } from "@fairlead/sandbox";
import type { OpenWorld } from "../../src/laws/world.ts";
import { logbookTables } from "./tables.ts";

const ships = ["gull", "tern"];

/** What the logbook's requests may have. */
interface LogShape {
  parameters: {
    path: { idOrTitle: string; id: string; entry: string };
    query?: { ship?: string; until?: number; since?: number; limit?: number };
  };
  responses: Record<never, never>;
}

/** @throws {Refusal} 404, there is no such ship. */
function shipOf(call: Call<LogShape>): string {
  const ship = call.query?.ship ?? "";
  if (!ships.includes(ship)) throw call.refuse(404, `There is no ship ${ship}`);
  return ship;
}

/** @throws {Refusal} 404, the ship has no such entry. */
function entryOf(call: Call<LogShape>, name: string): Entity {
  const ship = shipOf(call);
  const [found] = call.store.list("Entry", (one) => one.ship === ship && (one.id === name || one.title === name));
  if (found === undefined) throw call.refuse(404, `The ship ${ship} has no entry ${name}`);
  return found;
}

const listEntries: Hook<LogShape> = (call) => {
  const ship = shipOf(call);
  const { until = Infinity, since = -Infinity, limit = 10 } = call.query ?? {};
  const fitting = call.store
    .list("Entry", { ship })
    .filter(({ writtenAt }) => Number(writtenAt) <= until && Number(writtenAt) > since)
    .toSorted((a, b) => Number(b.writtenAt) - Number(a.writtenAt));
  const entries = fitting.slice(0, limit).map(({ id, title, writtenAt }) => ({ uid: id, title, writtenAt }));
  return { status: 200, json: { entries, page: { next: fitting[limit]?.writtenAt ?? null, count: entries.length } } };
};
const writeEntry: Hook<LogShape> = (call, next) => {
  shipOf(call);
  return next();
};
const getEntry: Hook<LogShape> = (call) => ({ status: 200, json: entryOf(call, call.path.idOrTitle) });
const tearEntryOut: Hook<LogShape> = (call) => {
  call.store.remove("Entry", entryOf(call, call.path.id));
  return { status: 204 };
};
const getWeather: Hook<LogShape> = (call) => {
  entryOf(call, call.path.entry);
  return { status: 200, json: { wind: "north" } };
};

/** The logbook on the sandbox, with an entry of another ship that must never show. */
const logbook: SandboxApi = {
  tables: logbookTables,
  seed: {
    Entry: [
      { id: "ent_aaaaaaaa", ship: "tern", title: "Calm", writtenAt: Date.UTC(2025, 10, 1) },
      { id: "ent_Xk4mQ9rT", ship: "gull", title: "Fog", writtenAt: Date.UTC(2025, 10, 2) },
    ],
  },
  hooks: { operations: { listEntries, writeEntry, getEntry, tearEntryOut, getWeather } },
};

/** Worlds of one sandbox in process: each is a session of its own, and has what one ship wrote. */
export async function openLogbook(): Promise<{ open: OpenWorld; close(): Promise<void> }> {
  const sandbox = await startSandbox({ apis: { logbook }, listen: false });
  const open: OpenWorld = async () => {
    const session = sandbox.session();
    const api = session.api.logbook;
    return {
      fetch: (request) => api.fetch(request),
      origin: api.url,
      token: () => api.token(),
      now: () => session.clock.now(),
      advance: (ms) => session.clock.advance(ms),
      planJob: (plan) => session.jobs.plan(plan),
      entities: (type) => api.store.list(type, { ship: "gull" }),
      add: (type, entities) => entities.map((entity) => api.store.create(type, entity)),
      journal: () => session.journal.list(),
      close: () => session.close(),
    };
  };
  return { open, close: () => sandbox.close() };
}
