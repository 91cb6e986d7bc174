import { setupServer } from "msw/node";
import { expect, onTestFinished, test } from "vitest";
import { startSandbox } from "../src/index.ts";
import { type HandlerOptions, handlers } from "../src/msw.ts";
import { museum } from "./start-museum.ts";

const headers = { authorization: "Bearer sandbox-museum" };
const asJson = { ...headers, "content-type": "application/json" };

async function intercept(options: HandlerOptions<"museum"> = {}) {
  const sb = await startSandbox({ apis: { museum }, listen: false });
  const session = sb.session();
  const server = setupServer(...handlers(session, options));
  server.listen({
    onUnhandledRequest: ({ url }) => {
      throw new TypeError(`nothing answers ${url}`);
    },
  });
  onTestFinished(async () => {
    server.close();
    await sb.close();
  });
  return { sb, session };
}

test("a bare fetch is answered by the session, which keeps what it is given", async () => {
  const { sb, session } = await intercept();
  const { url } = session.api.museum;
  const made = await fetch(`${url}/exhibits`, { method: "POST", headers: asJson, body: '{"title":"Opal"}' });
  expect([made.status, await made.json()]).toEqual([201, { id: 3, title: "Opal" }]);
  expect(await (await fetch(`${url}/exhibits/3`, { headers })).json()).toEqual({ id: 3, title: "Opal" });
  expect(session.api.museum.store.list("Exhibit")).toHaveLength(3);
  expect(sb.api.museum.store.list("Exhibit")).toHaveLength(2);
});

test("the real server's address is answered too, with a path in front, as text or URL", async () => {
  const { session } = await intercept({ origins: { museum: new URL("https://museum.example/base/") } });
  const listed = await fetch("https://museum.example/base/exhibits?limit=1", { headers });
  expect((await listed.json()).items).toHaveLength(2);
  for (const other of ["https://museum.example/exhibits", "https://museum.example/based/exhibits"]) {
    expect((await fetch(other, { headers })).statusText).toBe("Unhandled Exception"); // MSW's, from the callback above
  }
  expect(session.journal.list()).toHaveLength(1);
});

test("bytes pass both ways unchanged, as streams", async () => {
  const { session } = await intercept({ origins: { museum: "https://museum.example" } });
  const bytes = new Uint8Array(3_000_000).map((_, index) => index % 251);
  const body = new Blob([bytes]).stream();
  const request = {
    method: "PUT",
    headers: { ...headers, "content-type": "image/png" },
    body,
    duplex: "half",
  } as RequestInit;
  const sent = await fetch("https://museum.example/exhibits/1/photograph", request);
  const { url } = await sent.json();
  expect(url).toMatch(new RegExp(`^${session.api.museum.url}/__sandbox__/files/`));
  expect(new Uint8Array(await (await fetch(url)).arrayBuffer())).toEqual(bytes);
});

test("a refusal of the API is an answer, a bug of a hook a 500 that says so", async () => {
  const { session } = await intercept();
  const { url } = session.api.museum;
  expect((await fetch(`${url}/exhibits`)).status).toBe(401);
  const bug = { method: "PUT", headers: { ...headers, "content-type": "image/png" }, body: "x".repeat(13) };
  const response = await fetch(`${url}/exhibits/1/photograph`, bug);
  expect([response.status, response.headers.get("x-sandbox-error")]).toEqual([500, "fault"]);
});
