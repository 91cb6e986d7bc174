import { expect, it } from "vitest";
import { expectedJson } from "./expected-request.ts";
import { recordRequests } from "./recording-server.ts";

it("an expected JSON body is what a server records of the same value, also beyond ASCII", async () => {
  await using server = await recordRequests(200, {});
  const value = { name: "Häfen ⚓", piers: [7, null] };
  const headers = { "content-type": "application/json" };
  await fetch(server.url, { method: "POST", headers, body: JSON.stringify(value) });
  expect(server.requests).toMatchObject([expectedJson(value)]);
});
