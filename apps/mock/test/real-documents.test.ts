import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { startPrism } from "@fairlead/sandbox/prism";
import { expect, test } from "vitest";
import { type Api, listApis } from "../src/apis.ts";
import { curlLine } from "../src/curl-line.ts";
import { sampleRequest } from "../src/sample-request.ts";
import { writeDocs } from "./fixture.ts";
import { paste } from "./paste.ts";
import { startMock } from "./run-mock.ts";

const spec = fileURLToPath(new URL("../../../spec", import.meta.url));
const apis: Api[] = listApis(spec, {});

test("the documents of this repository are served together", async () => {
  const free = Object.fromEntries(apis.map((api) => [api.variable, "0"]));
  const mock = await startMock(["--docs", writeDocs()], free);
  expect([...mock.urls.keys()]).toEqual(["Docs", ...apis.map((api) => api.title)]);
  expect(await paste(mock.curl)).toBe(200);
  expect((await mock.stop("SIGINT")).code).toBe(0);
});

test.for(apis)("$name has a default port of its own and a sample request that answers 200", async (api) => {
  expect(apis.filter((each) => each.port === api.port)).toEqual([api]);
  expect(existsSync(api.file)).toBe(true);
  await using prism = await startPrism({ document: api.file });
  const request = sampleRequest(api.document);
  if (request === undefined) throw new Error(`no operation of ${api.name} can be shown in one line`);
  expect(await paste(curlLine(prism.url, request))).toBe(200);
  const response = await fetch(`${prism.url}${request.target}`, { headers: request.headers });
  expect(response.headers.get("sl-violations")).toBeNull();
});
