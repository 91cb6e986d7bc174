import type { Call } from "../call.ts";
import type { Deadline } from "../deadline.ts";
import { RedirectError } from "../errors/transport/redirect-error.ts";
import type { BuiltRequest } from "../request/build-request.ts";
import { credentials } from "./credentials.ts";
import { send } from "./send.ts";

/** How the redirects of an operation are followed; without it none is. */
export interface Redirects {
  /** What fetch does with a redirect of a request with these headers in a browser, which does not show it to us. */
  inBrowser(headers: object): RequestRedirect;
  /**
   * Gives the answer at the end of the way that an answer points to.
   * @throws {RedirectError} The way leads to where this client does not go.
   */
  follow(call: Call, deadline: Deadline, request: BuiltRequest, response: Response): Promise<Response>;
}

/** Follows redirects of a GET or HEAD on the client's own origin, at most five. */
export const sameOrigin: Redirects = {
  inBrowser: () => "error",
  follow: (call, deadline, request, response) => follow(call, deadline, request, response, false),
};

/** Follows redirects of a GET or HEAD to any https host, at most five, for operations whose document allows it. */
export const anyHost: Redirects = {
  // fetch takes `authorization` off before it goes to another host, and nothing else, such as the key of a provider.
  inBrowser: (headers) =>
    /^(accept|authorization|content-type|,)*$/.test(Object.keys(headers).join()) ? "follow" : "error",
  follow: (call, deadline, request, response) => follow(call, deadline, request, response, true),
};

/**
 * Credentials and the caller's headers go to the client's own origin only, decided anew for each hop; once a redirect
 * has left it, they never go out again.
 */
async function follow(
  call: Call,
  deadline: Deadline,
  request: BuiltRequest,
  response: Response,
  mayLeave: boolean,
): Promise<Response> {
  let from = new URL(request.url);
  let isHome = true;
  for (let hops = 0; ; hops++) {
    const to = redirectTarget(call, response, from, hops, mayLeave);
    if (!to) return response;
    response.body?.cancel().catch(() => {});
    isHome &&= to.origin === call.engine.origin;
    // An address of another host may be signed, and its host tells in its errors what was signed.
    if (!isHome) for (const secret of [to.href, ...to.searchParams.values()]) call.keepSecret(secret);
    const headers = isHome ? { ...request.headers, ...(await credentials(call, deadline)) } : {};
    call.origin = to.origin;
    response = await send(call, deadline, { url: to.href, headers });
    from = to;
  }
}

/** Redirects that one request follows; 20, as in browsers, would only hide a circle. */
const MAX_REDIRECTS = 5;

/**
 * Where an answer sends a GET or HEAD; `undefined` where it does not.
 * @throws {RedirectError} To another host without the document's leave, to plain http, in circles, or nowhere.
 */
function redirectTarget(
  call: Call,
  { status, headers }: Response,
  from: URL,
  hops: number,
  mayLeave: boolean,
): URL | undefined {
  const location = headers.get("location");
  if (!location || !/^30[12378]$/.test(`${status}`) || !/^(GET|HEAD)$/.test(call.target.method)) return undefined;
  const to = call.engine.checkUrl(location, from);
  const why =
    !to || (to.protocol !== from.protocol && to.protocol === "http:")
      ? "not https"
      : hops === MAX_REDIRECTS
        ? `more than ${MAX_REDIRECTS}`
        : to.origin !== from.origin && !mayLeave && "another host";
  if (!why) return to;
  const origins = { from: from.origin, to: to?.origin };
  throw new RedirectError(call, `${status} from ${origins.from} to ${origins.to}, not followed: ${why}`, origins);
}
