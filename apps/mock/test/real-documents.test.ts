import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { startSandbox } from "@fairlead/sandbox";
import { startPrism } from "@fairlead/sandbox/prism";
import { expect, test } from "vitest";
import { type Api, listApis } from "../src/apis.ts";
import { curlLine } from "../src/curl-line.ts";
import { sampleRequest, sampleRequests } from "../src/sample-request.ts";
import { loadSandboxApis } from "../src/sandbox-apis.ts";
import { writeDocs } from "./fixture.ts";
import { paste } from "./paste.ts";
import { startMock } from "./run-mock.ts";

const spec = fileURLToPath(new URL("../../../spec", import.meta.url));
const packages = fileURLToPath(new URL("../../../packages", import.meta.url));
const apis: Api[] = listApis(spec, {});

test("the documents of this repository are served together", async () => {
  const free = Object.fromEntries(apis.map((api) => [api.variable, "0"]));
  const modules = await loadSandboxApis(apis, packages);
  const mock = await startMock(["--docs", writeDocs()], free);
  const titles = apis.map(({ name, title }) => (name in modules ? title : `${title} (by Prism)`));
  expect([...mock.urls.keys()]).toEqual(["Docs", ...titles]);
  expect(await paste(mock.curl)).toBe(200);
  for (const { name, title } of apis.filter((api) => api.name in modules)) {
    const health = await fetch(`${mock.urls.get(title)}/__sandbox__/health`);
    expect([name, health.status]).toEqual([name, 200]); // Prism would know no such path
  }
  expect((await mock.stop("SIGINT")).code).toBe(0);
});

test.for(apis)("$name has a sample request that its sandbox answers with 200, if it has one", async (api) => {
  const modules = await loadSandboxApis([api], packages);
  if (!(api.name in modules)) return;
  await using sandbox = await startSandbox({ apis: modules, listen: false });
  const handle = sandbox.api[api.name];
  const statuses = await Promise.all(
    sampleRequests(api.document).map(
      async ({ target, headers }) => (await handle?.fetch(`${handle.url}${target}`, { headers }))?.status,
    ),
  );
  expect(statuses).toContain(200);
});

test.for(apis)("$name has a default port of its own and a sample request that Prism answers with 200", async (api) => {
  expect(apis.filter((each) => each.port === api.port)).toEqual([api]);
  expect(existsSync(api.file)).toBe(true);
  await using prism = await startPrism({ document: api.file });
  const request = sampleRequest(api.document);
  if (request === undefined) throw new Error(`no operation of ${api.name} can be shown in one line`);
  expect(await paste(curlLine(prism.url, request))).toBe(200);
  const response = await fetch(`${prism.url}${request.target}`, { headers: request.headers });
  expect(response.headers.get("sl-violations")).toBeNull();
});
