import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { AnswerError, type Call, type Sandbox, startSandbox } from "../src/index.ts";
import { museumApi } from "./museum-api.ts";

type Museum = { museum: typeof museumApi };
let sandbox: Sandbox<Museum>;

beforeEach(async () => {
  sandbox = await startSandbox({ apis: { museum: museumApi }, listen: false });
});

afterEach(() => sandbox.close());

interface Sent {
  readonly method?: string;
  readonly token?: string | null;
  readonly json?: unknown;
  readonly body?: string;
  readonly headers?: Record<string, string>;
}

async function send(path: string, { method, token = sandbox.api.museum.token(), json, body, headers = {} }: Sent = {}) {
  const content = json === undefined ? body : JSON.stringify(json);
  const response = await sandbox.api.museum.fetch(`${sandbox.api.museum.url}${path}`, {
    method: method ?? (content === undefined ? "GET" : "POST"),
    headers: {
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(json === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(content === undefined ? {} : { body: content }),
  });
  const text = await response.text();
  return { response, status: response.status, headers: response.headers, text, json: parse(text) };
}

function parse(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}

const errorText = ({ json }: { json: Record<string, unknown> }) => String(json.error);

describe("an ordinary request", () => {
  it("creates what can be read, changed and deleted afterwards", async () => {
    const made = await send("/api/exhibitions", { json: { title: "Keys", wing: "south" } });
    expect(made.status).toBe(201);
    const path = `/api/exhibitions/${made.json.id}`;
    expect((await send(path)).json).toEqual(made.json);
    expect((await send(path, { method: "PATCH", json: { open: true } })).json).toMatchObject({
      title: "Keys",
      open: true,
    });
    expect((await send(path, { method: "DELETE" })).status).toBe(204);
    expect(await send(path)).toMatchObject({
      status: 404,
      json: { error: expect.stringContaining(String(made.json.id)) },
    });
  });

  it("shows only what the answer declares, whatever the request sent", async () => {
    const made = await send("/api/exhibitions", { json: { title: "Keys", wing: "south", secret: "x" } });
    expect(Object.keys(made.json).sort()).toEqual(["createdAt", "id", "modifiedAt", "open", "title", "wing"]);
  });

  it("may be a HEAD, which gets the headers of GET and no body", async () => {
    const get = await send("/api/exhibitions/1000");
    const head = await send("/api/exhibitions/1000", { method: "HEAD" });
    expect(head.text).toBe("");
    expect(head.status).toBe(200);
    expect(head.headers.get("content-type")).toBe(get.headers.get("content-type"));
    expect(head.headers.get("content-length")).toBe(String(new Blob([get.text]).size));
  });

  it("may come from any web page, preflight included", async () => {
    const asked = await send("/api/exhibitions/1000", {
      method: "OPTIONS",
      token: null,
      headers: { "access-control-request-method": "PATCH", "access-control-request-headers": "authorization,x-y" },
    });
    expect(asked.status).toBe(204);
    expect(asked.headers.get("access-control-allow-methods")).toBe("GET, PATCH, PUT, DELETE, HEAD, OPTIONS");
    expect(asked.headers.get("access-control-allow-headers")).toBe("authorization,x-y");
    expect((await send("/api/exhibitions/1000")).headers.get("access-control-allow-origin")).toBe("*");
  });

  it("may ask for a declared answer or example, as Prism's callers do", async () => {
    expect((await send("/api/exhibitions/1000", { headers: { prefer: "code=404" } })).json).toEqual({
      error: "Resource not found",
    });
    expect((await send("/api/exhibitions/1001", { headers: { prefer: "example=example" } })).json).toMatchObject({
      id: 1000,
    });
    const undeclared = await send("/api/exhibitions/1000", { headers: { prefer: "code=418" } });
    expect(undeclared.status).toBe(404);
    expect(errorText(undeclared)).toContain("code=418");
  });
});

describe("a request that is wrong", () => {
  it.each([
    ["a body that is no JSON", { body: '{"title": ', headers: { "content-type": "application/json" } }, 400, /JSON/],
    [
      "a wrong content type",
      { body: "a=b", headers: { "content-type": "text/csv" } },
      415,
      /text\/csv.*application\/json/,
    ],
    ["a missing field", { json: { wing: "south" } }, 400, /body lacks title/],
    ["a wrong type", { json: { title: 7, wing: "south" } }, 400, /body \/title must be string/],
    [
      "a value that is not listed",
      { json: { title: "Keys", wing: "east" } },
      400,
      /\/wing must be one of north, south/,
    ],
    ["no body", { method: "POST" }, 400, /body is missing/],
    ["no credentials", { json: {}, token: null }, 401, /Credentials are missing/],
    ["a wrong token", { json: {}, token: "invalid-token" }, 401, /not valid/],
  ])("gets a clear answer for %s", async (_what, sent, status, message) => {
    const answer = await send("/api/exhibitions", sent);
    expect(errorText(answer)).toMatch(message);
    expect(answer.status).toBe(status);
  });

  it("says everything that is wrong at once, and names the entry in the journal", async () => {
    const answer = await send("/api/exhibitions", { json: { title: "", wing: "east" } });
    expect(errorText(answer)).toMatch(/title.*; .*wing/);
    const id = answer.headers.get("x-sandbox-violations");
    const [entry] = sandbox.journal.list({ status: 400 });
    expect(entry?.id).toBe(id);
    expect(entry?.violations).toHaveLength(2);
  });

  it("gets told when it kept the colon of the route", async () => {
    const answer = await send("/api/jobs/:1234");
    expect(answer.status).toBe(400);
    expect(errorText(answer)).toBe(
      'path id must be integer (it is ":1234"; send the bare value, without the : of the route)',
    );
  });

  it("gets 404 for a path that is not declared, with the vendor's error body", async () => {
    expect(await send("/api/nothing")).toMatchObject({
      status: 404,
      json: { error: "No operation has the path /api/nothing" },
    });
  });

  it("gets 405 and the methods for one that is not declared", async () => {
    const answer = await send("/api/exhibitions", { method: "PUT", json: {} });
    expect(answer.status).toBe(405);
    expect(answer.headers.get("allow")).toBe("GET, POST, HEAD, OPTIONS");
    expect(errorText(answer)).toContain("GET, POST");
  });

  it("gets 400 for a broken percent-encoding", async () => {
    const answer = await send("/api/exhibitions/%E0%A4%A");
    expect(answer.status).toBe(400);
    expect(errorText(answer)).toContain("percent-encoding");
  });

  it("gets 404 with a header of the sandbox for an unknown session, and never the default one", async () => {
    for (const answer of [
      await send("/api/exhibitions", { headers: { "x-sandbox-session": "tpyo" } }),
      parsedResponse(await sandbox.api.museum.fetch(`${sandbox.api.museum.url}/__s/tpyo/api/exhibitions`)),
    ]) {
      expect(answer.status).toBe(404);
      expect(answer.headers.get("x-sandbox-error")).toBe("unknown-session");
    }
  });
});

function parsedResponse(response: Response) {
  return { status: response.status, headers: response.headers };
}

describe("a quota", () => {
  it("is told on every answer, errors included, and refuses the request after the last", async () => {
    const start = () => send("/api/exports", { json: { wing: "north" } });
    for (let left = 4; left >= 0; left--) {
      const answer = await start();
      expect(answer.status).toBe(201);
      expect(answer.headers.get("x-ratelimit-remaining")).toBe(String(left));
    }
    const refused = await start();
    expect(refused.status).toBe(429);
    expect(refused.headers.get("retry-after")).toBe("60");
    expect(errorText(refused)).toBe("The quota strict of 5 requests is used up; the next window begins in 60 s");
    sandbox.clock.advance("PT1M");
    expect((await start()).status).toBe(201);
  });

  it("counts a refused token too, and tells so", async () => {
    const answer = await send("/api/exhibitions", { token: "invalid-token" });
    expect(answer.status).toBe(401);
    expect(answer.headers.get("x-ratelimit-remaining")).toBe("119");
  });

  it("never runs out where quotas are off, and the headers stay truthful", async () => {
    await using free = await startSandbox({ apis: { museum: museumApi }, listen: false, quotas: false });
    const { url, fetch, token } = free.api.museum;
    for (let request = 0; request < 7; request++) {
      const response = await fetch(`${url}/api/exports`, {
        method: "POST",
        headers: { authorization: `Bearer ${token()}`, "content-type": "application/json" },
        body: JSON.stringify({ wing: "north" }),
      });
      expect([response.status, response.headers.get("x-ratelimit-remaining")]).toEqual([201, "5"]);
    }
  });

  it("is told by the account operation from the same table, in the account's tier", async () => {
    expect((await send("/api/limits")).json).toEqual({ limits: { normal: 120, strict: 5 } });
    await using friends = await startSandbox({ apis: { museum: museumApi }, listen: false, quotas: "friend" });
    const { url, fetch, token } = friends.api.museum;
    const response = await fetch(`${url}/api/limits`, { headers: { authorization: `Bearer ${token()}` } });
    expect([response.headers.get("x-ratelimit-limit"), await response.json()]).toEqual([
      "240",
      { limits: { normal: 240, strict: 10 } },
    ]);
  });
});

describe("an idempotency key", () => {
  const reserve = (key: string, seats: number) =>
    send("/api/reservations", { json: { seats }, headers: { "idempotency-key": key } });

  it("gives the first answer again, whatever happened since", async () => {
    const first = await reserve("k1", 2);
    const again = await reserve("k1", 2);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.json).toEqual(first.json);
    expect((await reserve("k2", 2)).json.id).not.toBe(first.json.id);
    sandbox.clock.advance("P1D");
    expect((await reserve("k1", 2)).status).toBe(201);
  });

  it("is refused for another request", async () => {
    await reserve("k1", 2);
    const other = await reserve("k1", 3);
    expect(other.status).toBe(409);
    expect(errorText(other)).toMatch(/idempotency-key.*another body/);
  });
});

describe("an answer of the sandbox that breaks its document", () => {
  const broken: typeof museumApi = {
    ...museumApi,
    hooks: { operations: { getOpeningHours: (call: Call) => call.reply({ opens: 9 }) } },
  };

  it("throws in tests, and says what is wrong with it", async () => {
    await using wrong = await startSandbox({ apis: { museum: broken }, listen: false });
    const asked = wrong.api.museum.fetch(`${wrong.api.museum.url}/api/opening-hours`);
    await expect(asked).rejects.toThrow(AnswerError);
    await expect(asked).rejects.toThrow(/getOpeningHours with 200 .* body \/opens must be string/);
  });

  it("is a 500 with the entry's name where it is served, and is in the journal", async () => {
    await using wrong = await startSandbox({ apis: { museum: broken }, listen: false, answers: "report" });
    const response = await wrong.api.museum.fetch(`${wrong.api.museum.url}/api/opening-hours`);
    expect(response.status).toBe(500);
    const [entry] = wrong.journal.list();
    expect(response.headers.get("x-sandbox-violations")).toBe(entry?.id);
    expect(entry?.violations?.join()).toContain("body /opens must be string");
    expect((await response.json()).error).toContain("a fault of the sandbox");
  });
});

it("answers 507 with the limit and the memory when a session is full, and goes on", async () => {
  const entities = Object.values(museumApi.seed).flat().length + 1;
  await using small = await startSandbox({ apis: { museum: museumApi }, listen: false, limits: { entities } });
  const { url, fetch, token } = small.api.museum;
  const create = (title: string) =>
    fetch(`${url}/api/exhibitions`, {
      method: "POST",
      headers: { authorization: `Bearer ${token()}`, "content-type": "application/json" },
      body: JSON.stringify({ title, wing: "south" }),
    });
  expect((await create("Keys")).status).toBe(201);
  const full = await create("Locks");
  expect(full.status).toBe(507);
  expect((await full.json()).detail).toMatch(/at most \d+ .*MiB of memory/);
  expect((await fetch(`${url}/api/exhibitions/1000`, { headers: { authorization: `Bearer ${token()}` } })).status).toBe(
    200,
  );
});
