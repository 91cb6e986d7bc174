import { afterAll, beforeAll, expect, test } from "vitest";
import type { RunningPrism } from "../src/prism.ts";
import { send, startMuseum } from "./museum.ts";

let prism: RunningPrism;
beforeAll(async () => {
  prism = await startMuseum();
});
afterAll(() => prism.close());

test("serves the first example of the success response", async () => {
  const response = await send(`${prism.url}/api/exhibits`);
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual([{ id: 7, title: "Amber" }]);
});

test("serves the status and the example that Prefer names", async () => {
  const missing = await send(`${prism.url}/api/exhibits/7`, { prefer: "code=404" });
  expect(missing.status).toBe(404);
  expect(await missing.json()).toEqual({ error: "no such exhibit" });
  const jet = await send(`${prism.url}/api/exhibits/7`, { prefer: "example=exhibitJet" });
  expect(await jet.json()).toEqual({ id: 8, title: "Jet" });
});

test("answers 401 with the document's example when the token is missing", async () => {
  const response = await fetch(`${prism.url}/api/exhibits`);
  expect(response.status).toBe(401);
  expect(await response.json()).toEqual({ error: "a token is needed" });
});

test("reports a bad request in sl-violations, and says nothing about a good one", async () => {
  const bad = await send(`${prism.url}/api/exhibits`, { json: "{}" });
  expect(bad.status).toBe(422);
  expect(bad.headers.get("sl-violations")).toContain("must have required property 'title'");
  const good = await send(`${prism.url}/api/exhibits`, { json: '{"title":"Jet"}' });
  expect(good.status).toBe(201);
  expect(good.headers.get("sl-violations")).toBeNull();
});

test("names the violation in the body where the document declares no 422", async () => {
  const response = await send(`${prism.url}/api/exhibits?limit=many`);
  expect(response.status).toBe(422);
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(await response.text()).toContain("Request query parameter limit must be integer");
});

test("answers a malformed JSON body with 400, which Prism 5.15 and 5.16 never answer", async () => {
  const response = await send(`${prism.url}/api/exhibits`, { json: "{bad" });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ error: { code: "invalid_json" } });
});

test("lets pages of other origins read the answers", async () => {
  const response = await send(`${prism.url}/api/exhibits`, { origin: "http://docs.example" });
  expect(response.headers.get("access-control-allow-origin")).toBe("http://docs.example");
});
