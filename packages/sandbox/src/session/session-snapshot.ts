import type { Forkable } from "./forkable.ts";
import type { Snapshot } from "./session.ts";
import type { ClockState } from "./session-clock.ts";
import { forkedParts, partOf, type World } from "./world.ts";

/** What the parts of an API's state saved. */
export type SavedApi = Readonly<Record<(typeof forkedParts)[number], unknown>>;

/** What a session saved. */
export interface SavedSession {
  readonly clock: ClockState;
  readonly random: number;
  readonly apis: Readonly<Record<string, SavedApi>>;
}

/** The parts of a session that turn what they saved into JSON and back. */
export interface Parts {
  readonly clock: Forkable<ClockState>;
  readonly random: Forkable<number>;
  readonly world: World;
}

/** A frozen copy of a session: references to what it holds, which nobody changes in place. */
export class SessionSnapshot implements Snapshot {
  readonly saved: SavedSession;
  readonly #parts: Parts;

  constructor(saved: SavedSession, parts: Parts) {
    this.saved = saved;
    this.#parts = parts;
  }

  toJSON(): unknown {
    const { clock, random, world } = this.#parts;
    const apis = Object.entries(this.saved.apis).map(([name, saved]) => {
      const state = world.get(name);
      return [name, state && mapParts((part) => partOf(state, part).toJSON(saved[part]))];
    });
    return {
      format: 1,
      clock: clock.toJSON(this.saved.clock),
      random: random.toJSON(this.saved.random),
      apis: Object.fromEntries(apis),
    };
  }
}

/** What the parts of a session hold now. */
export function saveParts({ clock, random, world }: Parts): SavedSession {
  const apis = [...world].map(([name, state]) => [name, mapParts((part) => partOf(state, part).save())]);
  return { clock: clock.save(), random: random.save(), apis: Object.fromEntries(apis) };
}

/** Reads what `SessionSnapshot.toJSON` gave. @throws {TypeError} It is not that, or of another sandbox's APIs. */
export function parseSnapshot(json: unknown, parts: Parts): SessionSnapshot {
  const { format, clock, random, apis } = record(json, "The snapshot");
  if (format !== 1) throw new TypeError(`A snapshot has format 1; this one has ${JSON.stringify(format)}`);
  const given = record(apis, "The APIs of the snapshot");
  const names = [...parts.world.keys()];
  const unknown =
    Object.keys(given).find((name) => !parts.world.has(name)) ?? names.find((name) => !Object.hasOwn(given, name));
  if (unknown !== undefined)
    throw new TypeError(
      `The snapshot and the sandbox must have the same APIs; ${JSON.stringify(unknown)} is in only one`,
    );
  const saved = [...parts.world].map(([name, state]) => {
    const api = record(given[name], `The API ${name} of the snapshot`);
    return [name, mapParts((part) => partOf(state, part).fromJSON(api[part]))];
  });
  const session = {
    clock: parts.clock.fromJSON(clock),
    random: parts.random.fromJSON(random),
    apis: Object.fromEntries(saved),
  };
  return new SessionSnapshot(session, parts);
}

function mapParts(map: (part: (typeof forkedParts)[number]) => unknown): SavedApi {
  return Object.fromEntries(forkedParts.map((part) => [part, map(part)])) as SavedApi;
}

function record(json: unknown, what: string): Record<string, unknown> {
  if (typeof json === "object" && json !== null && !Array.isArray(json)) return json as Record<string, unknown>;
  throw new TypeError(`${what} must be an object`);
}
