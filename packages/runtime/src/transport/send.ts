import type { Call } from "../call.ts";
import type { Deadline } from "../deadline.ts";
import { FairleadError } from "../errors/fairlead-error.ts";
import type { BuiltRequest } from "../request/build-request.ts";
import { connectionError } from "./connection.ts";
import { credentials } from "./credentials.ts";
import { redirectTarget } from "./redirect.ts";

/**
 * Sends a request once and follows its redirects. Credentials and the caller's headers go to the client's own origin
 * only, decided anew for each hop; once a redirect has left it, they never go out again.
 * @throws {AuthError} The provider of credentials failed.
 * @throws {ConnectionError} The server could not be reached, or the connection broke.
 * @throws {RedirectError} A redirect leads to where this client does not go.
 * @throws {TimeoutError} No answer in time.
 * @throws {AbortedError} The caller's signal aborted.
 */
export async function send(call: Call, deadline: Deadline, request: BuiltRequest): Promise<Response> {
  const { engine, target } = call;
  const { body } = request;
  const { signal } = deadline;
  const redirect = !engine.isBrowser ? "manual" : target.redirectHosts ? "follow" : "error";
  let url = new URL(request.url);
  let isHome = url.origin === engine.origin;
  for (let hops = 0; ; hops++) {
    const headers: Record<string, string> = { accept: "*/*" };
    if (isHome) Object.assign(headers, request.headers, await credentials(call, deadline));
    if (engine.userAgent) headers["user-agent"] = engine.userAgent;
    // fetch does not tell when an upload is done: only a text is surely sent by then.
    if (!body || typeof body === "string") deadline.limit("headers", engine.timeouts.headersMs);
    if (!hops) call.attempts++;
    const init = { method: target.method, headers, redirect, signal, ...(body && { body }) } as const;
    let response: Response;
    try {
      // Read now, so that what replaced the global fetch after the client was made is used; and called without `this`.
      const fetch = engine.fetch ?? globalThis.fetch;
      response = await deadline.race(fetch(url.href, init));
    } catch (error) {
      throw error instanceof FairleadError ? error : connectionError(call, url.origin, error);
    }
    const next = redirectTarget(call, response, url, hops);
    if (!next) return response;
    response.body?.cancel().catch(() => {});
    url = next;
    isHome &&= url.origin === engine.origin;
  }
}
