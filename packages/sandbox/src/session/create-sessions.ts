import { SandboxLimitError } from "../limits.ts";
import type { ClockMode } from "./clock.ts";
import { LiveSession } from "./live-session.ts";
import { seedStore } from "./seed-store.ts";
import { SeededRandom } from "./seeded-random.ts";
import type { ForkOptions, Session, Sessions, Snapshot } from "./session.ts";
import { SessionClock } from "./session-clock.ts";
import { parseSnapshot, type SavedSession, saveParts } from "./session-snapshot.ts";
import { type Common, makeWorld } from "./world.ts";

/** How the sessions of a sandbox begin. */
export interface SessionsOptions extends Common {
  /** Seed of the random values. @default 1 */
  readonly seed?: number;
  readonly clock: ClockMode;
  /**
   * Time of the seed, milliseconds since 1970-01-01 UTC.
   * @default real time for a realtime clock, else 2026-01-01T00:00:00Z
   */
  readonly startAt?: number;
}

const virtualStart = Date.UTC(2026, 0, 1);

/**
 * The sessions of a sandbox, with the default one.
 * @throws {Error} A seed can't be stored; the message names its API and what is wrong.
 */
export function createSessions(options: SessionsOptions): Sessions {
  const started = seeded(options, startTime(options, options.clock));
  const beginning = (clock = options.clock, seed = started.random): SavedSession => ({
    ...started,
    random: seed,
    clock: { at: startTime(options, clock), mode: clock },
  });
  const main = new LiveSession("default", options, () => beginning());
  const others = new Map<string, LiveSession>();
  let count = 0;

  function newId(): string {
    do count += 1;
    while (others.has(`s${count}`));
    return `s${count}`;
  }

  function fork({ id = newId(), seed, clock, of }: ForkOptions & { readonly of?: Session } = {}): Session {
    if (!/^[\w-]{1,64}$/.test(id))
      throw new RangeError(`${JSON.stringify(id)} is no session id; take 1 to 64 letters, digits, - and _`);
    if (id === main.id || others.has(id)) throw new RangeError(`There is a session ${id} already`);
    const { sessions } = options.limits;
    if (others.size >= sessions) throw new SandboxLimitError("sessions", sessions, "sessions besides the default one");
    const session = new LiveSession(
      id,
      options,
      of === undefined ? () => beginning(clock, seed) : copyOf(of, seed, clock),
    );
    others.set(id, session);
    return session;
  }

  return {
    default: main,
    get: (id) => (id === main.id ? main : others.get(id)),
    list: () => [main, ...others.values()],
    fork,
    remove(id) {
      if (id === main.id) throw new RangeError("The default session can't be removed; reset it instead");
      const session = others.get(id);
      if (session === undefined) throw new RangeError(`There is no session ${JSON.stringify(id)}`);
      others.delete(id);
      session.end();
    },
    parse: (json): Snapshot => parseSnapshot(json, main.parts),
  };
}

/** A session as it stands now, at every later call too. */
function copyOf(session: Session, seed: number | undefined, clock: ClockMode | undefined): () => SavedSession {
  if (!(session instanceof LiveSession)) throw new TypeError("Only a session of this sandbox can be forked");
  const saved = saveParts(session.parts);
  const copy = {
    ...saved,
    random: seed ?? saved.random,
    clock: { at: saved.clock.at, mode: clock ?? saved.clock.mode },
  };
  return () => copy;
}

function startTime({ startAt }: SessionsOptions, { mode }: ClockMode): number {
  return startAt ?? (mode === "realtime" ? Date.now() : virtualStart);
}

/** The seeds of all APIs as a session saves them: stored once, and shared by all sessions. */
function seeded(options: SessionsOptions, at: number): SavedSession {
  const clock = new SessionClock({ at, mode: { mode: "virtual" } });
  const random = new SeededRandom(options.seed ?? 1);
  const world = makeWorld(options, clock, random);
  for (const [name, { tables, seed, files = [] }] of Object.entries(options.apis)) {
    const state = world.get(name);
    if (state === undefined) continue;
    for (const file of files) state.files.hold(file);
    try {
      seedStore(state.store, seed, tables);
    } catch (cause) {
      throw new Error(`${name}: ${(cause as Error).message}`, { cause });
    }
  }
  return saveParts({ clock, random, world });
}
