import { expect, it } from "vitest";
import { SessionClock } from "../session/session-clock.ts";
import { watchChanges } from "./watch-changes.ts";

const at = Date.UTC(2026, 0, 1);

/** A store that a test changes, a clock that it moves, and a job that it has due. */
function world() {
  const clock = new SessionClock({ at, mode: { mode: "virtual" } });
  const listeners = new Set<() => void>();
  const leaving = new AbortController();
  const state = { version: 7, nextJobAt: Number.POSITIVE_INFINITY, progressed: 0 };
  const changed = watchChanges({
    store: {
      get version() {
        return state.version;
      },
      onChange: (listener) => {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    },
    clock,
    gone: leaving.signal,
    nextJobAt: () => state.nextJobAt,
    progress: async () => {
      state.progressed += 1;
    },
  });
  const change = (): void => {
    state.version += 1;
    for (const listener of [...listeners]) listener();
  };
  return { clock, state, changed, change, leave: () => leaving.abort(new Error("gone")), listeners };
}

/** Whether a promise is kept once all work has run that waits for nothing. */
async function isKept(work: Promise<unknown>): Promise<boolean> {
  let kept = false;
  work.then(() => {
    kept = true;
  });
  await new Promise((resolve) => setImmediate(resolve));
  return kept;
}

it("waits for a change, moves jobs on then, and listens no more", async () => {
  const { changed, change, state, listeners } = world();
  const first = changed();
  expect(await isKept(first)).toBe(false);
  change();
  expect(await isKept(first)).toBe(true);
  expect({ progressed: state.progressed, listeners: listeners.size }).toEqual({ progressed: 1, listeners: 0 });
});

it("does not wait where something has changed since it was asked last", async () => {
  const { changed, change } = world();
  change();
  change();
  expect(await isKept(changed())).toBe(true);
  expect(await isKept(changed())).toBe(false);
});

it("waits for a time, or for the next job if that is due earlier", async () => {
  const { clock, changed, state, listeners } = world();
  const later = changed(at + 100);
  clock.advance(99);
  expect(await isKept(later)).toBe(false);
  clock.advance(1);
  expect(await isKept(later)).toBe(true);
  state.nextJobAt = at + 150;
  const job = changed(at + 1000);
  clock.advance(50);
  expect(await isKept(job)).toBe(true);
  expect(await isKept(changed(at))).toBe(true);
  expect(listeners.size).toBe(0);
});

it("throws the reason once nobody reads, whether it waits or not", async () => {
  const { changed, leave, listeners, state } = world();
  const waiting = changed();
  leave();
  await expect(waiting).rejects.toThrow("gone");
  await expect(changed()).rejects.toThrow("gone");
  expect({ progressed: state.progressed, listeners: listeners.size }).toEqual({ progressed: 0, listeners: 0 });
});
