/** What the runtime has to know of where it runs. */
export interface Platform {
  /** Whether the code is open to every visitor, and redirects and `User-Agent` are not ours. */
  readonly isBrowser: boolean;
  /** Name and version for `User-Agent`, such as `Node.js/24`. */
  readonly name: string;
}

/** The globals that tell one platform from another. */
export interface PlatformGlobals {
  /** Present in browsers, Node from 21 on, Bun, Deno and workers of the edge. */
  readonly navigator?: { readonly userAgent?: string };
  /** Present in Node 20. */
  readonly process?: { readonly versions?: { readonly node?: string } };
}

/**
 * Tells the platform by its globals. Every browser, in a page or in a worker, begins its `userAgent` with `Mozilla/`.
 * @see https://developer.mozilla.org/en-US/docs/Web/API/Navigator/userAgent
 */
export function detectPlatform({ navigator, process }: PlatformGlobals): Platform {
  const name = navigator?.userAgent ?? `Node.js/${process?.versions?.node}`;
  return { isBrowser: /^Mozilla\//.test(name), name };
}
