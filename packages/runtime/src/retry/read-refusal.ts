import type { Call } from "../call.ts";
import { waitHint } from "./wait-hint.ts";

/** What an answer that is no success means for another attempt. */
export interface Refusal {
  /** Whether the quota is used up. */
  readonly isLimited?: boolean;
  /** Milliseconds that the server asks to wait. */
  readonly hintMs?: number | undefined;
  /** Whether the same request may succeed later, and does no harm when it is sent again. */
  readonly retryable: boolean;
}

/** Tells by status and headers of an answer whether its request may be sent again. */
export function readRefusal({ target, engine, canRepeat }: Call, { status, headers }: Response): Refusal {
  const isLimited = status === 429 || status === target.rateLimit?.exceedStatus;
  const hintMs = waitHint(headers, engine.clock.now(), isLimited);
  // A server that is too busy now, and says when it is not, has done nothing. Too large is for ever, unless it says until when.
  const isRefused = isLimited || (status === 503 && hintMs !== undefined);
  const isPassing = /408|425|50[0234]/.test(`${status}`) || (status === 413 && hintMs !== undefined);
  return { isLimited, hintMs, retryable: isRefused || (isPassing && canRepeat) };
}
