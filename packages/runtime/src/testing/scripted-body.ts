import type { Clock } from "../clock.ts";
import type { ConnectionFailure, ScriptedAnswer } from "./mock-answer.ts";

/** The code that Node's fetch gives as the cause of each failure; other runtimes have texts with the same words. */
const CODES: { readonly [failure in ConnectionFailure]: string } = {
  dns: "ENOTFOUND",
  refused: "ECONNREFUSED",
  reset: "ECONNRESET",
  tls: "CERT_HAS_EXPIRED",
};

/** What fetch throws when there is no connection, or what a body fails with when there no longer is one. */
export function connectionFailure(failure: ConnectionFailure, text = "fetch failed"): TypeError {
  const code = CODES[failure];
  return new TypeError(text, { cause: Object.assign(new Error(code), { code }) });
}

/** The body of an answer, with what goes wrong in it; it fails with the signal's reason when that aborts. */
export function scriptedBody(
  content: string | Uint8Array<ArrayBuffer>,
  { cut, drip }: ScriptedAnswer,
  signal: AbortSignal | undefined,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const all = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const bytes = all.subarray(0, cut?.afterBytes);
  const step = drip?.bytes ?? (bytes.length || 1);
  let at = 0;
  const over = new AbortController();
  const end = () => {
    over.abort();
    signal?.removeEventListener("abort", fail);
  };
  let fail = (): void => {};
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      start(controller) {
        fail = () => {
          end();
          controller.error(signal?.reason);
        };
        signal?.addEventListener("abort", fail, { once: true });
      },
      async pull(controller) {
        if (at < bytes.length) {
          if (drip) await pause(drip.clock, drip.everyMs, over.signal);
          if (over.signal.aborted) return;
          controller.enqueue(bytes.slice(at, at + step));
          at += step;
        } else if (cut?.by === "stall") {
          await new Promise<void>((resolve) => over.signal.addEventListener("abort", () => resolve(), { once: true }));
        } else {
          end();
          if (cut?.by === "reset") controller.error(connectionFailure("reset", "terminated"));
          else controller.close();
        }
      },
      cancel: end,
    },
    // Nothing is made before somebody reads, so that a script sees what the reader does.
    { highWaterMark: 0 },
  );
}

/** Waits on the clock; ends early when the body is over, and leaves no timer then. */
function pause(clock: Clock, ms: number, over: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const cancel = clock.after(ms, resolve);
    over.addEventListener(
      "abort",
      () => {
        cancel();
        resolve();
      },
      { once: true },
    );
  });
}
