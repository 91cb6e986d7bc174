import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { coreOn } from "../src/core.ts";
import { engineOf } from "../src/engine.ts";
import { fileResult } from "../src/files/index.ts";
import {
  anyHost,
  asJson,
  type Core,
  type CoreOptions,
  createCore,
  HostNotAllowedError,
  inQuery,
  isRedirectError,
  isUnexpectedStatusError,
  type OperationFunction,
  type OperationRow,
  operation,
  sameOrigin,
} from "../src/index.ts";
import { createRaw, request } from "../src/raw/index.ts";
import { rejection } from "./support/client.ts";

/** Everything that a client knows of its user, by the header that has it. */
const SECRETS = {
  "x-api-key": "museum-key-0123456789",
  authorization: "Bearer museum-token-0123456789",
  cookie: "session=museum-session-0123456789",
  "proxy-authorization": "Basic museum-proxy-0123456789",
};

/** What a request to another host has: what we send to everyone, and what the HTTP library of Node adds. */
const PLAIN = ["accept", "accept-encoding", "accept-language", "connection", "host", "sec-fetch-mode", "user-agent"];

interface Place {
  readonly server: Server;
  readonly url: string;
  readonly requests: IncomingMessage[];
}

let home: Place;
let foreign: Place;
/** What the home server does with a request of this path. */
let answers: Record<string, (response: ServerResponse, request: IncomingMessage) => void>;

beforeEach(async () => {
  answers = {};
  home = await listen((given, response) => {
    const answer = answers[new URL(given.url ?? "", "http://home").pathname];
    if (answer) answer(response, given);
    else json(response);
  });
  foreign = await listen((_, response) => json(response));
});
afterEach(async () => {
  for (const { server } of [home, foreign]) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function listen(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<Place> {
  const requests: IncomingMessage[] = [];
  const server = createServer((given, response) => {
    requests.push(given);
    given.resume();
    answer(given, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
}

function json(response: ServerResponse, status = 200): void {
  response.writeHead(status, { "content-type": "application/json" }).end("{}");
}

/** Sends whoever asks to another address. */
function redirectTo(location: string, status = 302): (response: ServerResponse) => void {
  return (response) => void response.writeHead(status, { location }).end();
}

/** A client of the home server, with the global fetch and real sockets. */
function coreOf(options: Partial<CoreOptions> = {}): Core {
  return createCore({
    name: "museum-client",
    version: "1.2.3",
    auth: () => SECRETS,
    baseUrl: home.url,
    retry: false,
    ...options,
  });
}

const row: OperationRow = { id: "getFile", method: "GET", path: "/file", parse: asJson, redirects: anyHost };
const getFile = (core: Core, more: Partial<OperationRow> = {}, input: object = {}) =>
  operation<OperationFunction>({ ...row, ...more })(core, input, { headers: { "x-room": "north" } });
const secretsOf = (given: IncomingMessage | undefined) =>
  Object.keys(SECRETS).filter((name) => given?.headers[name] !== undefined);

describe("credentials go to the origin of baseUrl only", () => {
  test("of all that a client knows nothing reaches a host that a declared redirect leads to", async () => {
    answers["/file"] = redirectTo(`${foreign.url}/bucket/file?signature=1`);
    const params = { room: { in: inQuery, type: "string" } } as const;
    await getFile(coreOf(), { params }, { room: "museum-query-0123456789" });
    expect(secretsOf(home.requests[0])).toEqual(Object.keys(SECRETS));
    expect(foreign.requests.map(({ url }) => url)).toEqual(["/bucket/file?signature=1"]);
    expect(Object.keys(foreign.requests[0]?.headers ?? {}).sort()).toEqual(PLAIN);
    expect(foreign.requests[0]?.headers.host).toBe(new URL(foreign.url).host);
  });

  test("the same origin gets them after a redirect, each asked for anew", async () => {
    answers["/file"] = redirectTo("/moved");
    let asked = 0;
    await getFile(coreOf({ auth: () => ({ "x-api-key": `museum-key-${++asked}` }) }), { redirects: sameOrigin });
    expect(home.requests.map(({ url, headers }) => [url, headers["x-api-key"]])).toEqual([
      ["/file", "museum-key-1"],
      ["/moved", "museum-key-2"],
    ]);
  });

  test("a host that sends back home does not get the client to prove itself for an address of that host's choice", async () => {
    await new Promise((resolve) => foreign.server.close(resolve));
    foreign = await listen((_, response) => redirectTo(`${home.url}/delete-everything`)(response));
    answers["/file"] = redirectTo(`${foreign.url}/`);
    await getFile(coreOf());
    expect(home.requests.map((given) => [given.url, secretsOf(given).length])).toEqual([
      ["/file", 4],
      ["/delete-everything", 0],
    ]);
  });

  test("an attempt has those that the provider gives at that moment", async () => {
    answers["/file"] = (response) => json(response, home.requests.length < 3 ? 503 : 200);
    let asked = 0;
    const auth = () => ({ "x-api-key": `museum-key-${++asked}` });
    await getFile(coreOf({ auth, retry: { attempts: 3 }, random: () => 0 }));
    expect(home.requests.map(({ headers }) => headers["x-api-key"])).toEqual([
      "museum-key-1",
      "museum-key-2",
      "museum-key-3",
    ]);
  });

  test("request and raw refuse another host before anything is sent", async () => {
    const core = coreOf();
    expect(await rejection(request(core, "GET", `${foreign.url}/file`))).toBeInstanceOf(HostNotAllowedError);
    const raw = createRaw<{ "/file": { get: { responses: { 200: { content: { "application/json": object } } } } } }>(
      core,
    );
    expect(await rejection(raw.GET("/file", { baseUrl: foreign.url }))).toBeInstanceOf(HostNotAllowedError);
    expect([home.requests.length, foreign.requests.length]).toEqual([0, 0]);
  });

  test.each(["home", "foreign"])(
    "an address in the body of an answer is fetched without them, from %s too",
    async (where) => {
      const place = where === "home" ? home : foreign;
      const file = fileResult(engineOf(coreOf()), `${place.url}/files/7?signature=1`);
      expect(new TextDecoder().decode(await file?.bytes())).toBe("{}");
      expect(place.requests.map(({ url }) => url)).toEqual(["/files/7?signature=1"]);
      expect(Object.keys(place.requests[0]?.headers ?? {}).sort()).toEqual(PLAIN);
    },
  );
});

describe("redirects are the client's own business", () => {
  test.each([
    ["an operation that declares none", {}, isUnexpectedStatusError],
    ["an operation that stays at home", { redirects: sameOrigin }, isRedirectError],
    ["a POST, though its document allows any host", { method: "POST", redirects: anyHost }, isUnexpectedStatusError],
  ] as const)("%s never reaches another host", async (_, more, guard) => {
    answers["/file"] = redirectTo(`${foreign.url}/file`, 307);
    const { redirects: __, ...bare } = row;
    const error = await rejection(operation<OperationFunction>({ ...bare, ...more })(coreOf()));
    expect(guard(error)).toBe(true);
    expect([home.requests.length, foreign.requests.length]).toEqual([1, 0]);
  });

  test("request and raw stay at home too", async () => {
    answers["/file"] = redirectTo(`${foreign.url}/file`);
    const core = coreOf();
    const raw = createRaw<{ "/file": { get: { responses: { 200: { content: { "application/json": object } } } } } }>(
      core,
    );
    expect(isRedirectError(await rejection(request(core, "GET", "/file")))).toBe(true);
    expect(isRedirectError(await rejection(raw.GET("/file")))).toBe(true);
    expect(foreign.requests).toEqual([]);
  });

  test("https never leads to plain http, not even on this machine", async () => {
    // Stands for a server with TLS: what is sent to it goes to the home server.
    const secure = "https://home.test";
    const core = coreOf({ baseUrl: secure, fetch: (url, init) => fetch(url.replace(secure, home.url), init) });
    for (const location of [`${foreign.url}/file`, `${home.url}/elsewhere`]) {
      answers["/file"] = redirectTo(location);
      const error = await rejection(getFile(core));
      expect(isRedirectError(error) && error).toMatchObject({ from: secure, to: new URL(location).origin });
    }
    expect([home.requests.map(({ url }) => url), foreign.requests]).toEqual([["/file", "/file"], []]);
  });

  test("in a browser, where fetch alone sees them, none is followed but one that the document allows", async () => {
    const options = { name: "museum", version: "1", auth: () => ({ authorization: "Bearer x" }), baseUrl: home.url };
    const core = coreOn({ ...options, retry: false }, { isBrowser: true, name: "Mozilla/5.0" });
    answers["/file"] = redirectTo(`${foreign.url}/file`);
    answers["/home"] = redirectTo("/elsewhere");
    const { redirects: _, ...bare } = row;
    for (const path of ["/file", "/home"]) {
      const calls = [{ path }, { path, redirects: sameOrigin }].map((more) =>
        operation<OperationFunction>({ ...bare, ...more })(core),
      );
      for (const call of [...calls, request(core, "GET", path)])
        expect(await rejection(call)).toMatchObject({ name: "ConnectionError" });
    }
    expect(home.requests.filter(({ url }) => url === "/elsewhere")).toEqual([]);
    expect(foreign.requests).toEqual([]);
    await operation<OperationFunction>(row)(core);
    expect(foreign.requests.map(({ url, headers }) => [url, headers.authorization])).toEqual([["/file", undefined]]);
  });

  test("in a browser, which would take a key or a header of the caller along, none is followed with them", async () => {
    const browser = { isBrowser: true, name: "Mozilla/5.0" };
    const options = { name: "museum", version: "1", baseUrl: home.url, retry: false } as const;
    answers["/file"] = redirectTo(`${foreign.url}/file`);
    const withKey = coreOn({ ...options, auth: () => ({ "x-api-key": "key-0123456789" }) }, browser);
    expect(await rejection(operation<OperationFunction>(row)(withKey))).toMatchObject({ name: "ConnectionError" });
    const withToken = coreOn({ ...options, auth: () => ({ authorization: "Bearer x" }) }, browser);
    expect(await rejection(getFile(withToken))).toMatchObject({ name: "ConnectionError" });
    expect(foreign.requests).toEqual([]);
  });

  test("a circle ends after five, with six requests", async () => {
    answers["/file"] = redirectTo("/file");
    expect(isRedirectError(await rejection(getFile(coreOf())))).toBe(true);
    expect(home.requests.length).toBe(6);
  });
});

test("a line break in a header is refused by us, before a socket is opened", async () => {
  const core = coreOf();
  for (const value of ["a\r\nx-evil: 1", "a\nb", "a\rb", "a\0b"]) {
    const headers = { "x-room": value };
    const error = await rejection(operation<OperationFunction>(row)(core, {}, { headers }));
    expect(error).toMatchObject({ name: "SerializationError" });
    expect(await rejection(request(core, "GET", "/file", { headers }))).toMatchObject({ name: "SerializationError" });
    const proven = coreOf({ auth: () => ({ "x-api-key": value }) });
    expect(await rejection(operation<OperationFunction>(row)(proven))).toMatchObject({ name: "AuthError" });
  }
  expect(home.requests).toEqual([]);
});
