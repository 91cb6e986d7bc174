import type { Peer } from "./plan.ts";

/** What every client stands on: one GET of a path with a token, and its JSON. */
export function fetchPeer(path: string): Peer {
  return {
    name: "fetch",
    module: `
    export function make({ fetch = globalThis.fetch, baseUrl }) {
      const headers = { accept: "application/json", authorization: "Bearer a-bench-token" };
      return async (signal) => (await fetch(baseUrl + ${JSON.stringify(path)}, { headers, signal })).json();
    }`,
  };
}

/** What Node's own fetch costs when it is first used: it comes on top where an import does not use it yet. */
export const touchedFetch: Peer = {
  name: "fetch of Node, first used",
  module: `
    export function make({ baseUrl }) {
      const request = new Request(baseUrl);
      return async () => request.url;
    }`,
};
