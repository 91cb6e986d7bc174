import type { Engine } from "../engine/engine.ts";

/** What a {@link localFetch} answers. */
export interface LocalFetchOptions {
  readonly engine: Engine;
  /** Name of the API. */
  readonly api: string;
  /** Its base URL, without a session's prefix and without a slash at its end. */
  readonly base: string;
  /** The session's prefix, such as `/__s/red`; empty for the default session. */
  readonly prefix: string;
}

/** A `fetch` that asks the engine itself. It answers one API in one session, and nothing else: no request leaves the process. */
export function localFetch({ engine, api, base, prefix }: LocalFetchOptions): typeof fetch {
  const { origin } = new URL(base);
  return async (input, init) => {
    const target = input instanceof Request ? input.url : String(input);
    const url = URL.canParse(target) ? new URL(target) : undefined;
    if (url?.origin !== origin || (prefix !== "" && !isBelow(url.pathname, prefix))) {
      throw new TypeError(
        `The sandbox's fetch for ${api} answers addresses below ${base}${prefix}/ alone, not ${shown(target, url)}. ` +
          "Give the client that base URL, or use the fetch of the API and session that is meant.",
      );
    }
    const request = input instanceof Request && init === undefined ? input : new Request(input, init);
    const response = await untilAborted(request.signal, engine.fetch(request, { api, ip: "127.0.0.1", origin }));
    Object.defineProperty(response, "url", { value: request.url, configurable: true }); // as fetch gives it
    return response;
  };
}

function isBelow(pathname: string, prefix: string): boolean {
  return pathname === prefix || pathname.startsWith(`${prefix}/`);
}

/** The address without its query, which may hold a secret. */
function shown(target: string, url: URL | undefined): string {
  if (url === undefined) return JSON.stringify(target.split("?", 1)[0]);
  return `${url.origin === "null" ? url.protocol : url.origin}${url.pathname}`;
}

/** @throws The reason of the signal, once it aborts. */
async function untilAborted<Value>(signal: AbortSignal, promise: Promise<Value>): Promise<Value> {
  let stop = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    const abort = (): void => reject(signal.reason);
    if (signal.aborted) abort();
    else signal.addEventListener("abort", abort, { once: true });
    stop = () => signal.removeEventListener("abort", abort);
  });
  try {
    return await Promise.race([aborted, promise]);
  } finally {
    stop();
    promise.catch(() => undefined); // of a request that was aborted nobody asks any more
  }
}
