import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import type { PrismOptions } from "../src/prism.ts";
import { send, startMuseum } from "./museum.ts";

async function open(options: Omit<PrismOptions, "document">): Promise<string> {
  const prism = await startMuseum(options);
  onTestFinished(() => prism.close());
  return prism.url;
}

/** A server that counts its requests and answers each with this body. */
async function openUpstream(body: unknown): Promise<{ url: string; requests: string[] }> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    response.setHeader("content-type", "application/json").end(JSON.stringify(body));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
}

test("dynamic makes up answers that fit the schema", async () => {
  const response = await send(`${await open({ dynamic: true })}/api/exhibits/7`);
  expect(response.headers.get("sl-violations")).toBeNull();
  const exhibit = await response.json();
  expect(exhibit).toMatchObject({ id: expect.any(Number), title: expect.any(String) });
  expect(exhibit).not.toMatchObject({ id: 7, title: "Amber" });
});

test("a seed repeats the made-up answer, another seed gives another", async () => {
  const bodies = [];
  for (const seed of ["a", "a", "b"]) {
    const response = await send(`${await open({ dynamic: true, seed })}/api/exhibits/7`);
    bodies.push(await response.text());
  }
  expect(bodies[1]).toBe(bodies[0]);
  expect(bodies[2]).not.toBe(bodies[0]);
});

test("a wrong example is only reported, and becomes a 500 with errors", async () => {
  const wrong = { prefer: "example=exhibitWrong" };
  const lenient = await send(`${await open({})}/api/exhibits/7`, wrong);
  expect(lenient.status).toBe(200);
  expect(lenient.headers.get("sl-violations")).toContain("Response body property id must be integer");
  const strict = await send(`${await open({ errors: true })}/api/exhibits/7`, wrong);
  expect(strict.status).toBe(500);
});

test("an upstream answers instead of the examples, and is judged", async () => {
  const upstream = await openUpstream({ id: "nine", title: "Opal" });
  const response = await send(`${await open({ upstream: upstream.url })}/api/exhibits/9`);
  expect(await response.json()).toEqual({ id: "nine", title: "Opal" });
  expect(response.headers.get("sl-violations")).toContain("Response body property id must be integer");
  expect(upstream.requests).toEqual(["GET /api/exhibits/9"]);
});

test("with errors a bad request and a missing token never reach the upstream", async () => {
  const upstream = await openUpstream([]);
  const url = await open({ upstream: new URL(upstream.url), errors: true });
  expect((await send(`${url}/api/exhibits?limit=many`)).status).toBe(422);
  expect((await fetch(`${url}/api/exhibits`)).status).toBe(401);
  expect(upstream.requests).toEqual([]);
  expect((await send(`${url}/api/exhibits`)).status).toBe(200);
  expect(upstream.requests).toEqual(["GET /api/exhibits"]);
});
