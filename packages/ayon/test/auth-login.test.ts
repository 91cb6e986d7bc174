import {
  AbortedError,
  AuthError,
  AuthenticationError,
  asJson,
  type CallOptions,
  createCore,
  type OperationFunction,
  operation,
} from "@fairlead/runtime";
import { request } from "@fairlead/runtime/raw";
import { fakeClock } from "@fairlead/runtime/testing";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { login } from "../src/auth/login.ts";
import { type AyonOptions, createAyonCore } from "../src/core.ts";
import { type Answer, type AuthServer, closedGate, person, startAuthServer } from "./auth-server.ts";

let server: AuthServer;
beforeEach(async () => {
  server = await startAuthServer();
});
afterEach(() => server[Symbol.asyncDispose]());

const me = operation<OperationFunction>({
  id: "getCurrentUser",
  method: "GET",
  path: "/api/users/me",
  parse: asJson,
  errors: { 401: AuthenticationError },
});

function client(options?: Partial<AyonOptions>) {
  const core = createAyonCore({ baseUrl: server.url, auth: login(person), ...options });
  return { core, get: (call?: CallOptions) => me.safe(core, {}, call) };
}

/** The paths that were requested, in their order. */
const paths = () => server.seen.map(({ url }) => url);

describe("the first request of a client with a login", () => {
  it("logs in with name and password, and goes out with the token", async () => {
    const { get } = client();
    expect(server.seen).toEqual([]);
    expect(await get()).toMatchObject({ ok: true });
    const [sent, asked] = server.seen;
    expect(sent).toMatchObject({ method: "POST", url: "/api/auth/login" });
    expect(sent?.headers["content-type"]).toBe("application/json");
    expect(JSON.parse(`${sent?.body}`)).toEqual(person);
    expect(asked?.headers.authorization).toBe(`Bearer ${server.tokens[0]}`);
  });

  it("sends no credentials but these with the login", async () => {
    const { get } = client({ asUser: "somebody" });
    await get();
    const names = Object.keys(server.sentTo("/api/auth/login")[0]?.headers ?? {});
    expect(names.filter((name) => /authorization|cookie|^x-/.test(name))).toEqual([]);
  });

  it("logs in below the base path", async () => {
    await client({ baseUrl: `${server.url}/studio/` }).get();
    expect(paths()).toEqual(["/studio/api/auth/login", "/studio/api/users/me"]);
  });

  it("logs in once for ten calls at once, and never again while the session lasts", async () => {
    const { get, core } = client();
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => get()));
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    await request(core, "GET", "/api/info");
    expect(server.sentTo("/api/auth/login").length).toBe(1);
    expect(server.sentTo("/api/users/me").length).toBe(10);
  });

  it("does not lose the login for the others when it is aborted", async () => {
    const { get } = client();
    const controller = new AbortController();
    const { arrived, hold, open } = closedGate();
    server.login = hold;
    const first = get({ signal: controller.signal });
    const second = get();
    await arrived;
    controller.abort();
    expect(await first).toMatchObject({ error: expect.any(AbortedError) });
    open();
    expect(await second).toMatchObject({ ok: true });
    expect(server.tokens.length).toBe(1);
  });
});

describe("a session that the server has ended", () => {
  it("is renewed by one login, and all ten calls that were refused go out again", async () => {
    const { get } = client();
    await get();
    server.sessions.clear();
    server.seen.length = 0;
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => get()));
    expect(outcomes.map(({ ok, meta }) => [ok, meta.attempts])).toEqual(Array(10).fill([true, 2]));
    expect(server.sentTo("/api/auth/login").length).toBe(1);
    const tokens = server.sentTo("/api/users/me").map(({ headers }) => headers.authorization);
    expect(tokens.filter((token) => token === `Bearer ${server.tokens[0]}`).length).toBe(10);
    expect(tokens.filter((token) => token === `Bearer ${server.tokens[1]}`).length).toBe(10);
  });

  it("is an AuthenticationError when the new one is refused too", async () => {
    const { get } = client();
    // Its tokens are never taken.
    server.login = () => [200, { detail: "Logged in", error: null, token: `${server.seen.length}`.repeat(64) }];
    expect(await get()).toMatchObject({ status: 401, error: expect.any(AuthenticationError), meta: { attempts: 2 } });
    expect(paths()).toEqual(["/api/auth/login", "/api/users/me", "/api/auth/login", "/api/users/me"]);
  });

  it("is an AuthError when no other can be had", async () => {
    const { get } = client();
    await get();
    server.sessions.clear();
    server.login = () => [403, { code: 403, detail: "Invalid login" }];
    const outcome = await get();
    expect(outcome).toMatchObject({ ok: false, error: expect.any(AuthError) });
    expect(!outcome.ok && outcome.error.message).toContain("login refused with 403; check name and password");
  });
});

describe("a name or password that the server refuses", () => {
  it("is not tried again for a minute, and then it is", async () => {
    const clock = fakeClock();
    const { get } = client({ clock });
    server.login = () => [403, { code: 403, detail: "Invalid login" }];
    expect(await Promise.all([get(), get()])).toMatchObject([{ error: { code: "auth" } }, { error: { code: "auth" } }]);
    await clock.advance(59_999);
    expect(await get()).toMatchObject({ ok: false, error: { code: "auth" } });
    expect(paths()).toEqual(["/api/auth/login"]);
    server.login = undefined;
    await clock.advance(1);
    expect(await get()).toMatchObject({ ok: true });
  });

  it("is forgotten when a later login was taken, whose session stays", async () => {
    const clock = fakeClock();
    const core = createCore({ name: "test", version: "0", baseUrl: server.url, auth: () => ({}) });
    const { auth } = login(person).connect(core, clock);
    const context = {
      operationId: "getProject",
      method: "GET",
      urlTemplate: "/",
      signal: new AbortController().signal,
    };
    server.login = () => [403, { code: 403, detail: "Invalid login" }];
    await expect(auth(context)).rejects.toThrow(AuthError);
    server.login = undefined;
    const taken = await auth({ ...context, refresh: true });
    await clock.advance(60_000);
    expect(await auth(context)).toEqual(taken);
    expect(server.tokens.length).toBe(1);
  });
});

describe("a login that fails for another reason", () => {
  const answers = [
    { status: 503, body: { code: 503, detail: "Too many" }, message: "login refused with 503, as after too many" },
    { status: 500, body: "Internal Server Error", message: "login failed with 500" },
  ] as const;
  for (const { status, body, message } of answers) {
    it(`says so for ${status}, once, and the next call tries again`, async () => {
      const { get } = client();
      server.login = () => [status, body];
      const outcome = await get();
      expect(!outcome.ok && outcome.error.message).toContain(`GET /api/users/me: no credentials, ${message}`);
      expect(paths()).toEqual(["/api/auth/login"]);
      server.login = undefined;
      expect(await get()).toMatchObject({ ok: true });
    });
  }

  const wrong: { what: string; answer: Answer; message: string }[] = [
    { what: "an unknown path", answer: [404, { code: 404, detail: "Not found" }], message: "login failed with 404" },
    { what: "an answer with no token", answer: [200, { error: null, token: null }], message: "without a token" },
    { what: "a page", answer: [200, "<title>Studio</title>", "text/html"], message: "with no JSON" },
    { what: "an answer cut off", answer: [200, '{"token":"0123', "application/json"], message: "with no JSON" },
  ];
  for (const { what, answer, message } of wrong) {
    it(`says that of ${what}, and what to check`, async () => {
      server.login = () => answer;
      const outcome = await client().get();
      expect(outcome).toMatchObject({ ok: false, error: expect.any(AuthError) });
      expect(!outcome.ok && outcome.error.message).toMatch(new RegExp(`${message}; check baseUrl; nothing was sent$`));
    });
  }

  it("says that no server is there, and logs in when there is one", async () => {
    let isGone = true;
    const fetchOrFail = (url: string, init: RequestInit) =>
      isGone ? Promise.reject(new TypeError("connect ECONNREFUSED")) : fetch(url, init);
    const { get } = client({ fetch: fetchOrFail, retry: false });
    const outcome = await get();
    expect(!outcome.ok && outcome.error.message).toContain(`no answer from ${server.url} (refused); check baseUrl`);
    isGone = false;
    expect(await get()).toMatchObject({ ok: true });
  });
});

describe("login", () => {
  it.each([
    ["no name", { name: "", password: "x" }],
    ["no password", { name: "x", password: undefined }],
    ["a number for a password", { name: "x", password: 1234 }],
    ["nothing", undefined],
  ])("is refused at once with %s", (_, user) => {
    expect(() => login(user as never)).toThrow(AuthError);
    expect(() => login(user as never)).toThrow("login needs a name and a password");
  });

  it("gives each client a session of its own", async () => {
    const auth = login(person);
    await client({ auth }).get();
    await client({ auth }).get();
    expect(new Set(server.tokens).size).toBe(2);
  });
});
