import type { Clock } from "../session/clock.ts";
import type { Store } from "../store/store.ts";
import type { Call } from "./call.ts";

/** What a stream of an answer waits for. */
export interface Watched {
  readonly store: Pick<Store, "version" | "onChange">;
  readonly clock: Pick<Clock, "mode" | "onReach">;
  readonly gone: AbortSignal;
  /** When the next job moves by time alone, milliseconds since 1970-01-01 UTC. */
  readonly nextJobAt: () => number;
  /** Moves on the jobs that time has moved. */
  readonly progress: () => Promise<void>;
}

/** Makes {@link Call.changed}: a change between two waits is not missed, because the store counts its versions. */
export function watchChanges({ store, clock, gone, nextJobAt, progress }: Watched): Call["changed"] {
  let seen = store.version;
  return async (until = Number.POSITIVE_INFINITY) => {
    gone.throwIfAborted();
    if (store.version === seen) await changeOf(store, clock, gone, Math.min(until, nextJobAt()));
    gone.throwIfAborted();
    await progress();
    seen = store.version;
  };
}

/** Keeps while the store stays as it is, nobody has gone, and the clock has not come to a time. */
function changeOf(store: Watched["store"], clock: Watched["clock"], gone: AbortSignal, until: number): Promise<void> {
  return new Promise((resolve) => {
    const stops: (() => void)[] = [];
    const done = (): void => {
      for (const stop of stops.splice(0)) stop();
      resolve();
    };
    stops.push(store.onChange(done));
    gone.addEventListener("abort", done, { once: true });
    stops.push(() => gone.removeEventListener("abort", done));
    // The clock's own timer lets the process end; here somebody waits for what comes, as for a server elsewhere.
    if (clock.mode.mode === "realtime" && Number.isFinite(until)) {
      const hold = setInterval(() => undefined, 2 ** 31 - 1);
      stops.push(() => clearInterval(hold));
    }
    const stop = clock.onReach(until, done);
    if (stops.length === 0) stop();
    else stops.push(stop);
  });
}
