import { constants } from "node:os";

/** Ends the process with 0 at the first SIGINT or SIGTERM, after `stop`; a second one ends it at once. */
export function stopOnSignals(stop: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(128 + constants.signals[signal]);
      stopping = true;
      void stop().then(() => process.exit(0));
    });
  }
}
