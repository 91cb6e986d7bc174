import type { Call } from "../call.ts";
import type { Deadline } from "../deadline.ts";
import { connectionError } from "../transport/connection.ts";

/** The calls of guarded bodies, so that an error of who reads one can tell its call. */
const calls = new WeakMap<object, Call>();

/** The call that a body came with; `undefined` for a stream of somebody else. */
export function callOfBody(body: ReadableStream | null): Call | undefined {
  return body ? calls.get(body) : undefined;
}

/** Ends what nobody can read any more. Made when it is needed, because some workers of the edge have none. */
let lost: FinalizationRegistry<() => void> | undefined;

/** The same answer with a body that obeys the limits of the call, for readers that are not ours. */
export function guardedBody(
  call: Call,
  deadline: Deadline,
  response: Response,
  check?: (chunk?: Uint8Array) => void,
): Response {
  const body = guardedStream(call, deadline, response, call.engine.timeouts.bodyIdleMs, check);
  const { status, statusText, headers } = response;
  return Object.defineProperty(new Response(body, { status, statusText, headers }), "url", { value: response.url });
}

/**
 * The body of an answer as a stream that obeys the limits of the call, which ends with it; `null` where there is none.
 * @param idleMs - Milliseconds from one chunk to the next while somebody waits for it.
 * @param check - Gets each chunk, and nothing at the end of the body; what it throws is the stream's error.
 */
export function guardedStream(
  call: Call,
  deadline: Deadline,
  response: Response,
  idleMs: number,
  check?: (chunk?: Uint8Array) => void,
): ReadableStream<Uint8Array<ArrayBuffer>> | null {
  const reader = response.body?.getReader();
  if (!reader) {
    deadline.end();
    return null;
  }
  const giveUp = () => {
    deadline.end();
    reader.cancel().catch(() => {});
  };
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      // Only while somebody waits for data: a slow reader is no slow server.
      deadline.limit("body", idleMs);
      try {
        const { done, value } = await deadline.race(reader.read());
        deadline.limit();
        check?.(value);
        if (!done) return controller.enqueue(value);
        deadline.end();
        controller.close();
      } catch (error) {
        giveUp();
        controller.error(connectionError(call, error));
      }
    },
    cancel(reason) {
      deadline.end();
      return reader.cancel(reason);
    },
  });
  calls.set(body, call);
  lost ??= globalThis.FinalizationRegistry && new FinalizationRegistry((end) => end());
  lost?.register(body, giveUp);
  return body;
}
