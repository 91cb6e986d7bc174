import type { Peer } from "@fairlead/bench";

const domain = '{ idOrName: "harbour-site", domain: "harbour.test" }';

/** Our own client, as the packed packages give it, at its defaults. */
export const ours: Peer = {
  name: "fairlead, standalone operation",
  bundle: 'export { createVercelCore, getProjectDomain } from "@fairlead/vercel/operations";',
  types: `import { createVercelCore, getProjectDomain } from "@fairlead/vercel/operations";
    const core = createVercelCore({ auth: "a-bench-token" });
    export const verified: boolean = (await getProjectDomain(core, ${domain})).verified;`,
  module: `
    import { createVercelCore, getProjectDomain } from "@fairlead/vercel/operations";
    export function make({ fetch, baseUrl }) {
      const core = createVercelCore({ auth: "a-bench-token", baseUrl, ...(fetch && { fetch }) });
      return (signal) => getProjectDomain(core, ${domain}, signal && { signal });
    }`,
};

/** The same operation as a method of the whole client. */
export const ourClient: Peer = {
  name: "fairlead, method of the client",
  bundle: 'export { createVercel } from "@fairlead/vercel";',
  types: `import { createVercel } from "@fairlead/vercel";
    const vc = createVercel({ auth: "a-bench-token" });
    export const verified: boolean = (await vc.projectDomains.get(${domain})).verified;`,
  module: `
    import { createVercel } from "@fairlead/vercel";
    export function make({ fetch, baseUrl }) {
      const client = createVercel({ auth: "a-bench-token", baseUrl, ...(fetch && { fetch }) });
      return (signal) => client.projectDomains.get(${domain}, signal && { signal });
    }`,
};

/** The official SDK, at the version that the facts were read in. */
export const officialSdk = ["@vercel/sdk", "1.28.35"] as const;

const retryConfig = `{
      strategy: "backoff",
      backoff: { initialInterval: 500, maxInterval: 60000, exponent: 1.5, maxElapsedTime: 3600000 },
      retryConnectionErrors: true,
    }`;

/** The clients of others, each with the same GET. */
export const peers: readonly Peer[] = [
  {
    name: "@vercel/sdk, standalone function",
    install: officialSdk,
    bundle: `
      export { VercelCore } from "@vercel/sdk/core.js";
      export { projectsGetProjectDomain } from "@vercel/sdk/funcs/projectsGetProjectDomain.js";`,
    types: `import { VercelCore } from "@vercel/sdk/core.js";
      import { projectsGetProjectDomain } from "@vercel/sdk/funcs/projectsGetProjectDomain.js";
      const result = await projectsGetProjectDomain(new VercelCore({ bearerToken: "a-bench-token" }), ${domain});
      if (!result.ok) throw result.error;
      export const verified: boolean = result.value.verified;`,
    module: `
      import { VercelCore } from "@vercel/sdk/core.js";
      import { HTTPClient } from "@vercel/sdk/lib/http.js";
      import { projectsGetProjectDomain } from "@vercel/sdk/funcs/projectsGetProjectDomain.js";
      export function make({ fetch, baseUrl, retries }) {
        const client = new VercelCore({
          bearerToken: "a-bench-token",
          serverURL: baseUrl,
          ...(fetch && { httpClient: new HTTPClient({ fetcher: fetch }) }),
          ...(retries && { retryConfig: ${retryConfig} }),
        });
        return async (signal) => {
          const result = await projectsGetProjectDomain(client, ${domain}, { fetchOptions: { signal } });
          if (!result.ok) throw result.error;
          return result.value;
        };
      }`,
  },
  {
    name: "@vercel/sdk, method of the class",
    install: officialSdk,
    bundle: 'export { Vercel } from "@vercel/sdk";',
    types: `import { Vercel } from "@vercel/sdk";
      const client = new Vercel({ bearerToken: "a-bench-token" });
      export const verified: boolean = (await client.projects.getProjectDomain(${domain})).verified;`,
    module: `
      import { Vercel } from "@vercel/sdk";
      import { HTTPClient } from "@vercel/sdk/lib/http.js";
      export function make({ fetch, baseUrl, retries }) {
        const client = new Vercel({
          bearerToken: "a-bench-token",
          serverURL: baseUrl,
          ...(fetch && { httpClient: new HTTPClient({ fetcher: fetch }) }),
          ...(retries && { retryConfig: ${retryConfig} }),
        });
        return (signal) => client.projects.getProjectDomain(${domain}, { fetchOptions: { signal } });
      }`,
  },
  {
    name: "openapi-fetch",
    install: ["openapi-fetch", "0.17.0"],
    bundle: 'export { default } from "openapi-fetch";',
    module: `
      import createClient from "openapi-fetch";
      export function make({ fetch, baseUrl }) {
        const client = createClient({ baseUrl, fetch, headers: { authorization: "Bearer a-bench-token" } });
        const path = ${domain};
        return async (signal) =>
          (await client.GET("/v9/projects/{idOrName}/domains/{domain}", { params: { path }, signal })).data;
      }`,
  },
];
