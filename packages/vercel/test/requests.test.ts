import { readFileSync } from "node:fs";
import { operationsOf, readDocument, recordRequests } from "@fairlead/contract";
import { describe, expect, it } from "vitest";
import { createVercel } from "../src/index.ts";
import { accounts } from "./requests/accounts.ts";
import { aliases } from "./requests/aliases.ts";
import { certs } from "./requests/certs.ts";
import { checkRuns } from "./requests/check-runs.ts";
import { deployments } from "./requests/deployments.ts";
import { dns } from "./requests/dns.ts";
import { domains } from "./requests/domains.ts";
import { environments } from "./requests/environments.ts";
import type { Expected } from "./requests/expected.ts";
import { projects } from "./requests/projects.ts";
import { webhooks } from "./requests/webhooks.ts";

/** What each operation must put on the wire. */
const expected: Record<string, Expected> = {
  ...accounts,
  ...projects,
  ...environments,
  ...domains,
  ...dns,
  ...certs,
  ...deployments,
  ...checkRuns,
  ...aliases,
  ...webhooks,
};

const auth = "a-secret-token";
const document = readDocument(new URL("../../../spec/vercel/dist/openapi.json", import.meta.url));
const version = (JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { version: string })
  .version;

describe("what goes over the wire", () => {
  it("is written down for every operation of the document", () => {
    expect(Object.keys(expected).sort()).toEqual([...operationsOf(document).keys()].sort());
  });

  for (const [operationId, { call, accept, method, url, headers, body }] of Object.entries(expected)) {
    it(`${operationId} sends ${method} ${url}`, async () => {
      await using server = await recordRequests(200, {});
      await call(createVercel({ auth, baseUrl: server.url }));
      const [request] = server.requests;
      expect(server.requests).toHaveLength(1);
      expect(request?.headers["user-agent"]).toMatch(new RegExp(`^fairlead-vercel/${version} \\(Node\\.js/\\d+`));
      expect(request).toEqual({
        method,
        url,
        headers: {
          accept: accept ?? "application/json",
          authorization: "Bearer a-secret-token",
          "user-agent": request?.headers["user-agent"],
          ...headers,
        },
        body: body ?? "",
      });
    });
  }

  it("is a file's own bytes, from an array, a buffer or a Blob", async () => {
    await using server = await recordRequests(200, {});
    const vc = createVercel({ auth, baseUrl: server.url });
    const bytes = new Uint8Array([0x89, 0x50, 0x4e, 0x47]);
    const digest = { "x-vercel-digest": "acaa19569690a0872c51bc1c49a320ecfb79355f" };
    for (const body of [bytes, bytes.buffer, new Blob([bytes])]) await vc.files.upload({ ...digest, body });
    expect(server.requests.map(({ body }) => body)).toEqual(Array(3).fill("\x89PNG"));
    expect(server.requests.map(({ headers }) => headers["content-type"])).toEqual(
      Array(3).fill("application/octet-stream"),
    );
  });

  it("names one team where a call gives another than the client", async () => {
    await using server = await recordRequests(200, {});
    const vc = createVercel({ auth, baseUrl: server.url, slug: "acme" });
    await vc.projects.get({ idOrName: "harbour-site", slug: "lighthouse" });
    await vc.projects.get({ idOrName: "harbour-site" });
    expect(server.requests.map(({ url }) => url)).toEqual([
      "/v9/projects/harbour-site?slug=lighthouse",
      "/v9/projects/harbour-site?slug=acme",
    ]);
  });
});
