import type { Peer } from "@fairlead/bench";

/** Our own client, as the packed packages give it, at its defaults. */
export const ours: Peer = {
  name: "fairlead, standalone operation",
  bundle: 'export { createPlayCanvasCore, getApp } from "@fairlead/playcanvas/operations";',
  module: `
    import { createPlayCanvasCore, getApp } from "@fairlead/playcanvas/operations";
    export function make({ fetch, baseUrl }) {
      const core = createPlayCanvasCore({ auth: "a-bench-token", baseUrl, ...(fetch && { fetch }) });
      return (signal) => getApp(core, { id: 41 }, signal && { signal });
    }`,
};

/** The same operation as a method of the whole client. */
export const ourClient: Peer = {
  name: "fairlead, method of the client",
  bundle: 'export { createPlayCanvas } from "@fairlead/playcanvas";',
  module: `
    import { createPlayCanvas } from "@fairlead/playcanvas";
    export function make({ fetch, baseUrl }) {
      const client = createPlayCanvas({ auth: "a-bench-token", baseUrl, ...(fetch && { fetch }) });
      return (signal) => client.apps.get({ id: 41 }, signal && { signal });
    }`,
};

const openapiFetch = ["openapi-fetch", "0.17.0"] as const;

/** The clients of others, each with one GET that gives parsed JSON. */
export const peers: readonly Peer[] = [
  {
    name: "openapi-fetch",
    install: openapiFetch,
    bundle: 'export { default } from "openapi-fetch";',
    module: `
      import createClient from "openapi-fetch";
      export function make({ fetch, baseUrl }) {
        const client = createClient({ baseUrl, fetch, headers: { authorization: "Bearer a-bench-token" } });
        return async (signal) => (await client.GET("/api/apps/{id}", { params: { path: { id: 41 } }, signal })).data;
      }`,
  },
  {
    name: "openapi-fetch, 3 middlewares",
    install: openapiFetch,
    module: `
      import createClient from "openapi-fetch";
      export function make({ fetch, baseUrl }) {
        const client = createClient({ baseUrl, fetch });
        const startedAt = new Map();
        let lastMs = 0;
        let calls = 0;
        client.use(
          { onRequest({ request }) { request.headers.set("authorization", "Bearer a-bench-token"); } },
          { onRequest({ request }) { request.headers.set("x-request-id", "call-" + ++calls); } },
          {
            onRequest({ id }) { startedAt.set(id, performance.now()); },
            onResponse({ id }) { lastMs = performance.now() - startedAt.get(id); startedAt.delete(id); },
            onError({ id }) { startedAt.delete(id); },
          },
        );
        return async (signal) => (await client.GET("/api/apps/{id}", { params: { path: { id: 41 } }, signal })).data;
      }`,
  },
  {
    name: "ky",
    install: ["ky", "2.0.2"],
    bundle: 'export { default } from "ky";',
    module: `
      import ky from "ky";
      export function make({ fetch, baseUrl }) {
        const headers = { authorization: "Bearer a-bench-token" };
        const client = ky.create({ prefix: baseUrl, headers, ...(fetch && { fetch }) });
        return (signal) => client.get("api/apps/41", { signal }).json();
      }`,
  },
  {
    name: "@vercel/sdk, standalone function",
    install: ["@vercel/sdk", "1.28.35"],
    bundle: `
      export { VercelCore } from "@vercel/sdk/core.js";
      export { projectsGetProjectDomain } from "@vercel/sdk/funcs/projectsGetProjectDomain.js";`,
    module: `
      import { VercelCore } from "@vercel/sdk/core.js";
      import { HTTPClient } from "@vercel/sdk/lib/http.js";
      import { projectsGetProjectDomain } from "@vercel/sdk/funcs/projectsGetProjectDomain.js";
      export function make({ fetch, baseUrl, retries }) {
        const backoff = { initialInterval: 500, maxInterval: 60000, exponent: 1.5, maxElapsedTime: 3600000 };
        const client = new VercelCore({
          bearerToken: "a-bench-token",
          serverURL: baseUrl,
          ...(fetch && { httpClient: new HTTPClient({ fetcher: fetch }) }),
          ...(retries && { retryConfig: { strategy: "backoff", backoff, retryConnectionErrors: true } }),
        });
        return async (signal) => {
          const input = { idOrName: "41", domain: "harbour.test" };
          const result = await projectsGetProjectDomain(client, input, { fetchOptions: { signal } });
          if (!result.ok) throw result.error;
          return result.value;
        };
      }`,
  },
  {
    name: "octokit, default plugins",
    install: ["octokit", "5.0.5"],
    bundle: 'export { Octokit } from "octokit";',
    module: `
      import { Octokit } from "octokit";
      export function make({ fetch, baseUrl }) {
        const none = () => {};
        const log = { debug: none, info: none, warn: none, error: none };
        const client = new Octokit({ auth: "a-bench-token", baseUrl, log, ...(fetch && { request: { fetch } }) });
        return async (signal) =>
          (await client.rest.repos.get({ owner: "a", repo: "b", ...(signal && { request: { signal, ...(fetch && { fetch }) } }) })).data;
      }`,
  },
];
