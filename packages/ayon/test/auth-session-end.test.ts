import { AuthError } from "@fairlead/runtime";
import { request } from "@fairlead/runtime/raw";
import { fakeClock } from "@fairlead/runtime/testing";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { apiKey } from "../src/auth/api-key.ts";
import { login } from "../src/auth/login.ts";
import { type AyonOptions, createAyonCore, endSession } from "../src/core.ts";
import { type Answer, type AuthServer, closedGate, person, serviceKey, startAuthServer } from "./auth-server.ts";

let server: AuthServer;
beforeEach(async () => {
  server = await startAuthServer();
});
afterEach(() => server[Symbol.asyncDispose]());

function client(options?: Partial<AyonOptions>) {
  const core = createAyonCore({ baseUrl: server.url, auth: login(person), ...options });
  return { end: () => endSession(core), get: () => request(core, "GET", "/api/users/me") };
}

describe("the end of a client with a login", () => {
  it("logs out with the token, and the server's session is gone", async () => {
    const { get, end } = client();
    await get();
    expect(server.sessions.size).toBe(1);
    await end();
    expect(server.sessions.size).toBe(0);
    expect(server.sentTo("/api/auth/logout")).toMatchObject([
      { method: "POST", headers: { authorization: `Bearer ${server.tokens[0]}` } },
    ]);
  });

  it("logs out with the newest token", async () => {
    const { get, end } = client();
    await get();
    server.sessions.clear();
    await get();
    await end();
    expect(server.tokens.length).toBe(2);
    expect(server.sentTo("/api/auth/logout")[0]?.headers.authorization).toBe(`Bearer ${server.tokens[1]}`);
  });

  it("sends nothing where nothing was ever asked for", async () => {
    await client().end();
    expect(server.seen).toEqual([]);
  });

  it("sends no logout after a login that failed", async () => {
    const { get, end } = client();
    server.login = () => [403, { code: 403, detail: "Invalid login" }];
    await expect(get()).rejects.toThrow(AuthError);
    await end();
    expect(server.seen.map(({ url }) => url)).toEqual(["/api/auth/login"]);
  });

  it("waits for a login under way and ends its session; the call that waited for it is not sent", async () => {
    const { get, end } = client();
    const { arrived, hold, open } = closedGate();
    server.login = hold;
    const call = expect(get()).rejects.toThrow(/no credentials, the client has ended its session.*nothing was sent$/);
    await arrived;
    const ended = end();
    open();
    await Promise.all([ended, call]);
    expect(server.seen.map(({ url }) => url)).toEqual(["/api/auth/login", "/api/auth/logout"]);
    expect(server.tokens.length).toBe(1);
    expect(server.sessions.size).toBe(0);
  });

  it("lets no later call log in again", async () => {
    const { get, end } = client();
    await get();
    await end();
    await expect(get()).rejects.toThrow(AuthError);
    await expect(get()).rejects.toThrow("the client has ended its session; make another client");
    expect(server.sentTo("/api/auth/login").length).toBe(1);
  });

  it("does not renew the session for a call that was under way", async () => {
    const { get, end } = client();
    await get();
    server.sessions.clear();
    const { arrived, hold, open } = closedGate();
    server.other = hold;
    const late = expect(get()).rejects.toThrow("the client has ended its session");
    await arrived;
    const ended = end();
    open();
    await Promise.all([ended, late]);
    expect(server.sentTo("/api/auth/login").length).toBe(1);
  });

  it("comes once, however often it is asked for", async () => {
    const { get, end } = client();
    await get();
    await Promise.all([end(), end()]);
    await end();
    expect(server.sentTo("/api/auth/logout").length).toBe(1);
  });

  it("leaves the session of another client alone", async () => {
    const auth = login(person);
    const one = client({ auth });
    const other = client({ auth });
    await one.get();
    await other.get();
    await one.end();
    expect(await other.get()).toBeDefined();
    expect(server.tokens.length).toBe(2);
  });

  it("does not fail where the server is gone", async () => {
    const { get, end } = client();
    await get();
    await server[Symbol.asyncDispose]();
    await expect(end()).resolves.toBeUndefined();
  });

  it("tries to reach a server that is gone only once", async () => {
    const tried: string[] = [];
    const { get, end } = client({
      fetch: (url, init) => {
        tried.push(new URL(url).pathname);
        return url.endsWith("/logout") ? Promise.reject(new TypeError("ECONNREFUSED")) : fetch(url, init);
      },
    });
    await get();
    await end();
    expect(tried).toEqual(["/api/auth/login", "/api/users/me", "/api/auth/logout"]);
  });

  it.each<[string, Answer]>([
    ["500", [500, "Internal Server Error"]],
    ["401", [401, { code: 401, detail: "User logged out" }]],
    ["a page", [200, "<title>Studio</title>", "application/json"]],
  ])("does not fail where the server answers %s, and asks once", async (_, answer) => {
    const { get, end } = client();
    await get();
    server.logout = () => answer;
    await expect(end()).resolves.toBeUndefined();
    expect(server.sentTo("/api/auth/logout").length).toBe(1);
  });

  it("waits five seconds for a server that says nothing", async () => {
    const clock = fakeClock();
    const { get, end } = client({ clock });
    await get();
    const { arrived, hold } = closedGate();
    server.logout = hold;
    let isOver = false;
    const ended = end().then(() => {
      isOver = true;
    });
    await arrived;
    await clock.advance(4999);
    expect(isOver).toBe(false);
    await clock.advance(1);
    await ended;
    expect(clock.pending()).toBe(0);
  });
});

describe("the end of any other client", () => {
  it.each([
    ["an API key", () => apiKey(serviceKey)],
    ["a token", () => "0123456789abcdef".repeat(4)],
  ])("sends nothing for %s, which goes on", async (_, auth) => {
    const { get, end } = client({ auth: auth() });
    await get().catch(() => {});
    await end();
    await get().catch(() => {});
    expect(server.seen.map(({ url }) => url)).toEqual(["/api/users/me", "/api/users/me"]);
  });
});
