import type { Call } from "../call.ts";
import type { Deadline } from "../deadline.ts";
import type { BuiltRequest } from "../request/build-request.ts";
import { connectionError } from "./connection.ts";

/**
 * Sends a request as it is and gives its answer, which may be a redirect.
 * @throws {ConnectionError} The server could not be reached, or the connection broke.
 * @throws {TimeoutError} No answer in time.
 * @throws {AbortedError} The caller's signal aborted.
 */
export async function send(call: Call, deadline: Deadline, { url, headers, body }: BuiltRequest): Promise<Response> {
  const { engine, target } = call;
  // fetch does not tell when an upload is done: only a text is surely sent by then.
  if (typeof (body ?? "") === "string") deadline.limit("headers", engine.timeouts.headersMs);
  try {
    return await deadline.race(
      // Read now, so that what replaced the global fetch after the client was made is used; and called without `this`.
      (engine.fetch ?? fetch)(url, {
        method: target.method,
        headers: { accept: "*/*", ...headers, ...engine.headers },
        redirect: engine.isBrowser ? (target.redirects?.inBrowser(headers) ?? "error") : "manual",
        signal: deadline.signal,
        body,
      } as RequestInit),
    );
  } catch (error) {
    throw connectionError(call, error);
  } finally {
    deadline.limit();
  }
}
