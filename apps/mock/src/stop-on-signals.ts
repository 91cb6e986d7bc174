import { constants } from "node:os";

/** The part of `process` that {@link stopOnSignals} uses. */
export interface SignalSource {
  on(signal: NodeJS.Signals, listener: () => void): unknown;
  exit(code: number): void;
}

/**
 * `npm start` hands the terminal's Ctrl-C on once more, so one key press arrives here twice, a few milliseconds apart.
 * Nobody presses twice within a fifth of a second.
 */
const echoMs = 200;

/**
 * Ends the process with 0 at the first SIGINT or SIGTERM, after `stop`; a second signal ends it at once, with 128 and
 * the signal's number, as a shell would report it.
 */
export function stopOnSignals(source: SignalSource, stop: () => Promise<void>, now: () => number): void {
  let stoppedAt: number | undefined;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    source.on(signal, () => {
      if (stoppedAt === undefined) {
        stoppedAt = now();
        void stop().then(() => source.exit(0));
      } else if (now() - stoppedAt > echoMs) {
        source.exit(128 + constants.signals[signal]);
      }
    });
  }
}
