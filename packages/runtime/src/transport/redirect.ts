import type { Call } from "../call.ts";
import { RedirectError } from "../errors/transport/redirect-error.ts";
import { safeUrl } from "./safe-url.ts";

/** Redirects that one request follows; 20, as in browsers, would only hide a circle. */
const MAX_REDIRECTS = 5;

/**
 * Where an answer sends a GET or HEAD; `undefined` where it does not.
 * @throws {RedirectError} To another host without the document's leave, to plain http, in circles, or nowhere.
 */
export function redirectTarget(call: Call, { status, headers }: Response, from: URL, hops: number): URL | undefined {
  const { method, redirectHosts } = call.target;
  const location = headers.get("location");
  if (!location || !/^30[12378]$/.test(`${status}`) || !/^(GET|HEAD)$/.test(method)) return undefined;
  const to = safeUrl(location, from);
  const why =
    !to || (to.protocol !== from.protocol && to.protocol === "http:")
      ? "not https"
      : hops === MAX_REDIRECTS
        ? `more than ${MAX_REDIRECTS}`
        : to.origin !== from.origin && !redirectHosts && "another host";
  if (!why) return to;
  const origins = { from: from.origin, to: to?.origin };
  const message = call.message(`${status} from ${origins.from} to ${origins.to}, not followed: ${why}`);
  throw new RedirectError(message, { ...call.facts(), ...origins });
}
