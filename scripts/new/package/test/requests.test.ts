import { operationsOf, readDocument, recordRequests } from "@fairlead/contract";
import { describe, expect, it } from "vitest";
import { type Acme, createAcme } from "../src/index.ts";
import { inputs } from "./inputs.ts";

const expected: Record<string, { call(client: Acme): Promise<unknown>; method: string; url: string }> = {
  listThings: { call: (client) => client.things.list(inputs.listThings), method: "GET", url: "/api/things?limit=2" },
  getThing: { call: (client) => client.things.get(inputs.getThing), method: "GET", url: "/api/things/7" },
};
const document = readDocument(new URL("../../../spec/acme/dist/openapi.json", import.meta.url));

describe("what goes over the wire", () => {
  it("is written down for every operation of the document", () => {
    expect(Object.keys(expected).sort()).toEqual([...operationsOf(document).keys()].sort());
  });

  for (const [operationId, { call, method, url }] of Object.entries(expected)) {
    it(`${operationId} sends ${method} ${url}`, async () => {
      await using server = await recordRequests(200, {});
      await call(createAcme({ auth: "a-secret-token", baseUrl: server.url }));
      expect(server.requests).toMatchObject([{ method, url, headers: { authorization: "Bearer a-secret-token" } }]);
    });
  }
});
