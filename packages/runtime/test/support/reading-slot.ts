import type { Call } from "../../src/call.ts";
import type { Slot } from "../../src/rate-limit/limiter.ts";

/** A turn that is given back with an answer alone. */
export interface ReadingSlot {
  readonly queuedMs: number;
  leave(response: Response | undefined): void;
}

/** Reads what an answer tells of its window, as an attempt does. */
export function readingSlot({ queuedMs, leave }: Slot, { target, engine }: Call): ReadingSlot {
  const row = target.rateLimit;
  return {
    queuedMs,
    leave: (response) => leave(response, response && row?.headers?.(row, response.headers, engine.clock.now())),
  };
}
