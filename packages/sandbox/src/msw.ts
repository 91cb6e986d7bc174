import { type HttpHandler, http } from "msw";
import { fault } from "./start/fault.ts";
import type { ApiHandle } from "./start/sandbox.ts";
import type { Apis } from "./start/sandbox-options.ts";

/** Settings of {@link handlers}. */
export interface HandlerOptions<Name extends string = string> {
  /**
   * Addresses that are answered too, by API: that of the real server, say, so that the code under test needs no other base
   * URL. A path is taken as a prefix in front of the document's paths.
   */
  readonly origins?: { readonly [Api in Name]?: string | URL };
}

/**
 * Handlers for Mock Service Worker 2 and 3 that let a session of a sandbox answer: what one request makes, the next one
 * finds. Bodies pass through as streams. Where the sandbox itself fails, the answer is a 500 that says so.
 * @throws {TypeError} An origin is no URL.
 * @see https://mswjs.io
 */
export function handlers<Served extends Apis>(
  session: { readonly api: { readonly [Name in keyof Served]: ApiHandle } },
  { origins = {} }: HandlerOptions<keyof Served & string> = {},
): HttpHandler[] {
  return Object.entries<ApiHandle>(session.api).flatMap(([name, { url, fetch }]) => {
    const real = (origins as Readonly<Record<string, string | URL | undefined>>)[name];
    const { origin } = new URL(url);
    return [
      http.all(below(origin), ({ request }) => fetch(withPrefix(request, url)).catch(fault)),
      ...(real === undefined ? [] : [elsewhere(new URL(real), url, fetch)]),
    ];
  });
}

/** A handler of another address than the session's own. */
function elsewhere(real: URL, url: string, fetch: ApiHandle["fetch"]): HttpHandler {
  const base = `${real.origin}${real.pathname.replace(/\/$/, "")}`;
  return http.all(below(base), ({ request }) =>
    fetch(moved(request, `${url}${request.url.slice(base.length)}`)).catch(fault),
  );
}

/** The request with the session's prefix, which a download address or the base URL has already. */
function withPrefix(request: Request, url: string): Request {
  const { origin } = new URL(url);
  if (request.url.startsWith(`${url}/`) || request.url.startsWith(`${origin}/__s/`)) return request;
  return moved(request, `${url}${request.url.slice(origin.length)}`);
}

function moved(request: Request, url: string): Request {
  const { method, headers, body, signal } = request;
  return new Request(url, { method, headers, signal, ...(body && { body, duplex: "half" }) });
}

/** What begins with this address. Written as an expression, because in a path pattern of MSW a port is a parameter. */
function below(address: string): RegExp {
  return new RegExp(`^${address.replaceAll(/[^\w:/]/g, "\\$&")}(/|\\?|$)`);
}
