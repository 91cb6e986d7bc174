import type { AuthProvider } from "../auth/auth-provider.ts";
import { callOn } from "../call.ts";
import type { Engine } from "../engine.ts";
import { setHeader } from "../request/header.ts";
import { type Download, downloadOf, openFile } from "./download.ts";

/**
 * A file that a job has made. It is fetched without credentials, because the address is all that its host wants; an
 * ApiError may mean that the address has expired.
 */
export interface FileResult extends Download {
  /** The address, which is a secret: whoever has it has the file. It is not shown by `inspect` and `JSON.stringify`. */
  readonly url: string;
  /** Scheme, host and port of the address. */
  readonly origin: string;
}

/**
 * Makes the result of an address.
 * @returns `undefined` where it is no address that requests may go to: https, or http on this machine.
 */
export function fileResult(engine: Engine, url: unknown): FileResult | undefined {
  const address = engine.checkUrl(`${url}`);
  if (!address) return undefined;
  const { origin, href, searchParams } = address;

  const download = downloadOf(async (options) => {
    const target = { method: "GET", path: `${origin}/...` };
    // Fixed, so that a 401 of this host renews nobody's credentials; and its requests burn no quota of the API.
    const auth: AuthProvider = Object.assign(() => ({}), { fixed: true as const });
    const call = callOn({ ...engine, origin, auth, limiter: undefined }, target);
    for (const secret of [href, ...searchParams.values()]) call.keepSecret(secret);
    return openFile(call, options, () => {
      const headers = {};
      for (const [name, text] of Object.entries(options?.headers ?? {})) setHeader(call, headers, name, text);
      return { url: href, headers };
    });
  });
  return Object.defineProperty({ origin, ...download }, "url", { get: () => href }) as FileResult;
}
