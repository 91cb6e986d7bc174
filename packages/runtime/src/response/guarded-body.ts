import type { Call } from "../call.ts";
import type { Deadline } from "../deadline.ts";
import { connectionError } from "../transport/connection.ts";

/** The same answer with a body that obeys the limits of the call, for readers that are not ours. */
export function guardedBody(call: Call, deadline: Deadline, response: Response): Response {
  const reader = response.body?.getReader();
  if (!reader) {
    deadline.end();
    return response;
  }
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      // Only while somebody waits for data: a slow reader is no slow server.
      deadline.limit("body", call.engine.timeouts.bodyIdleMs);
      try {
        const { done, value } = await deadline.race(reader.read());
        deadline.limit();
        if (!done) return controller.enqueue(value);
        deadline.end();
        controller.close();
      } catch (error) {
        deadline.end();
        reader.cancel().catch(() => {});
        controller.error(connectionError(call, error));
      }
    },
    cancel(reason) {
      deadline.end();
      return reader.cancel(reason);
    },
  });
  const { status, statusText, headers } = response;
  return Object.defineProperty(new Response(body, { status, statusText, headers }), "url", { value: response.url });
}
