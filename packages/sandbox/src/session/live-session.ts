import type { Clock } from "./clock.ts";
import type { Random } from "./random.ts";
import { SeededRandom } from "./seeded-random.ts";
import type { ApiState, Session, Snapshot } from "./session.ts";
import { SessionClock } from "./session-clock.ts";
import { type Parts, type SavedSession, SessionSnapshot, saveParts } from "./session-snapshot.ts";
import { type Common, forkedParts, makeWorld, partOf } from "./world.ts";

/** A session that requests change. */
export class LiveSession implements Session {
  readonly id: string;
  readonly createdAt: number = Date.now();
  /** Its parts, which JSON of snapshots is read with. */
  readonly parts: Parts & { readonly clock: SessionClock; readonly random: SeededRandom };
  readonly #begin: () => SavedSession;
  readonly #end = new AbortController();

  /** @param begin - What it begins with, asked for again at each reset. */
  constructor(id: string, common: Common, begin: () => SavedSession) {
    this.id = id;
    this.#begin = begin;
    const saved = begin();
    const clock = new SessionClock(saved.clock);
    const random = new SeededRandom(saved.random);
    this.parts = { clock, random, world: makeWorld(common, clock, random) };
    this.#load(saved);
  }

  get ended(): AbortSignal {
    return this.#end.signal;
  }

  end(): void {
    this.#end.abort(new Error(`The session ${this.id} has ended`));
    for (const { courier, watch } of this.parts.world.values()) {
      courier.end();
      watch?.end();
    }
  }

  get clock(): Clock {
    return this.parts.clock;
  }

  get random(): Random {
    return this.parts.random;
  }

  api(name: string): ApiState {
    const state = this.parts.world.get(name);
    if (state !== undefined) return state;
    const known = [...this.parts.world.keys()].join(", ");
    throw new RangeError(`The sandbox has no API ${JSON.stringify(name)}; it has ${known || "none"}`);
  }

  snapshot(): Snapshot {
    return new SessionSnapshot(saveParts(this.parts), this.parts);
  }

  /** @throws {TypeError} It is no snapshot of this sandbox's sessions. */
  restore(snapshot: Snapshot): void {
    if (!(snapshot instanceof SessionSnapshot))
      throw new TypeError("Only what snapshot() or sessions.parse() gave can be restored");
    this.#load(snapshot.saved);
  }

  reset(): void {
    this.#load(this.#begin());
  }

  #load({ clock, random, apis }: SavedSession): void {
    const { world } = this.parts;
    const foreign = [...world.keys()].find((name) => !Object.hasOwn(apis, name));
    if (foreign !== undefined) throw new TypeError(`The snapshot has no API ${JSON.stringify(foreign)}`);
    this.parts.random.load(random);
    for (const [name, state] of world) {
      for (const part of forkedParts) partOf(state, part).load(apis[name]?.[part]);
      state.journal.clear();
      state.courier.clear();
    }
    this.parts.clock.load(clock); // last: those that it tells find the session whole
  }
}
