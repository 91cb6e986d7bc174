import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createLawContext, LawClient, type LawWorld } from "@fairlead/contract";
import { startPrism } from "@fairlead/sandbox/prism";
import { afterAll, describe, expect, it } from "vitest";
import { document, openWorlds, requests, tables } from "./laws-world.ts";

// A second opinion: Prism reads the document by itself, and stands as a strict proxy between the client and the sandbox.
// JSON alone, because the pinned Prism damages binary bodies on their way through.
const { open, close } = await openWorlds("over HTTP");
const bundle = new URL("../../../spec/playcanvas/dist/openapi.json", import.meta.url);
const context = createLawContext({ tables, document, requests });

const isJson = (mediaTypes: string[]): boolean => mediaTypes.every((type) => /[/+]json$/.test(type));
const operations = tables.operations.filter(({ body, responses }) => {
  const answers = Object.entries(responses).filter(([status]) => status.startsWith("2"));
  const sent = answers.flatMap(([, name]) => Object.keys(tables.responses[name]?.content ?? {}));
  return isJson(Object.keys(body?.content ?? {})) && isJson(sent);
});

/** The same world with Prism in front of it; the addresses of files stay the sandbox's own. */
async function behindPrism(): Promise<LawWorld> {
  const world = await open();
  const prism = await startPrism({ document: bundle, errors: true, upstream: world.origin });
  const fetch = async (request: Request): Promise<Response> => {
    const { method, headers, url } = request;
    if (url.includes("/__sandbox__/")) return world.fetch(request);
    // The whole body: Prism passes a stream on with its length as well, which servers refuse.
    const body = method === "GET" ? null : await request.text();
    return world.fetch(new Request(`${prism.url}${url.slice(world.origin.length)}`, { method, headers, body }));
  };
  const close = async (): Promise<void> => {
    await prism.close();
    await world.close();
  };
  return { ...world, fetch, close };
}

describe("prism proxy --errors in front of the sandbox", async () => {
  const world = await behindPrism();
  const client = new LawClient(world, context, () => {});

  it("is asked for every operation whose bodies are JSON", () => {
    const others = tables.operations.filter((one) => !operations.includes(one)).map(({ id }) => id);
    expect(others).toEqual(["createAsset", "updateAsset", "getAssetFile"]);
  });

  for (const operation of operations) {
    it(`finds nothing wrong with ${operation.id}`, async () => {
      const answer = await client.send(operation, await client.valid(operation));
      expect(answer.headers.get("sl-violations")).toBeNull();
      expect(answer.status, new TextDecoder().decode(answer.bytes)).toBeLessThan(300);
    });
  }

  it("notices an answer that breaks the document, so that the silence above says something", async () => {
    const wrong = createServer((_, response) => {
      response.setHeader("content-type", "application/json").end(JSON.stringify({ id: "not a number" }));
    }).listen(0, "127.0.0.1");
    await once(wrong, "listening");
    const { port } = wrong.address() as AddressInfo;
    const prism = await startPrism({ document: bundle, errors: true, upstream: `http://127.0.0.1:${port}` });
    const response = await fetch(`${prism.url}/api/jobs/5120`, { headers: { authorization: "Bearer a-secret-token" } });
    expect(response.status).toBe(500);
    expect(response.headers.get("sl-violations")).toContain("response");
    await prism.close();
    wrong.close();
  });

  afterAll(async () => {
    await world.close();
    await close();
  });
});
