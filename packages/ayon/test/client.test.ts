import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { apiKey, createAyon, isAuthError, isRequestError, login } from "../src/index.ts";
import { type AuthServer, person, serviceKey, startAuthServer } from "./auth-server.ts";

let server: AuthServer;
beforeEach(async () => {
  server = await startAuthServer();
});
afterEach(() => server[Symbol.asyncDispose]());

const paths = () => server.seen.map(({ url }) => url);

describe("a client in a block", () => {
  it("logs in for its first call and out at the end of the block", async () => {
    {
      await using ay = createAyon({ baseUrl: server.url, auth: login(person) });
      expect(paths()).toEqual([]);
      await ay.users.me();
      expect(server.sessions.size).toBe(1);
    }
    expect(paths()).toEqual(["/api/auth/login", "/api/users/me", "/api/auth/logout"]);
    expect(server.sessions.size).toBe(0);
  });

  it("logs out when the block throws, which is what the caller sees", async () => {
    const run = async () => {
      await using ay = createAyon({ baseUrl: server.url, auth: login(person) });
      await ay.users.me();
      await server[Symbol.asyncDispose]();
      throw new Error("the work failed");
    };
    await expect(run()).rejects.toThrow("the work failed");
  });

  it("sends nothing at its end where it logged in nobody", async () => {
    {
      await using idle = createAyon({ baseUrl: server.url, auth: login(person) });
      await using service = createAyon({ baseUrl: server.url, auth: apiKey(serviceKey) });
      await service.users.me();
      expect(idle.users).toBeDefined();
    }
    expect(paths()).toEqual(["/api/users/me"]);
  });
});

describe("all ways to call", () => {
  it("share one login, its renewal and its end", async () => {
    const ay = createAyon({ baseUrl: server.url, auth: login(person) });
    const callAll = async () => {
      const { response } = await ay.raw.GET("/api/users/me");
      return [response.ok, await ay.request("GET", "/api/anything"), await ay.users.me.safe()];
    };
    const all = [true, { name: "nobody" }, { ok: true }];
    expect(await callAll()).toMatchObject(all);
    server.sessions.clear();
    expect(await callAll()).toMatchObject(all);
    expect(server.sentTo("/api/auth/login").length).toBe(2);
    await ay[Symbol.asyncDispose]();
    expect(await ay.users.me.safe()).toMatchObject({ ok: false, error: { code: "auth" } });
    await expect(ay.request("GET", "/api/anything")).rejects.toSatisfy(isAuthError);
    await expect(ay.raw.GET("/api/users/me")).rejects.toSatisfy(isAuthError);
    expect(server.sessions.size).toBe(0);
  });

  it("send asUser", async () => {
    const ay = createAyon({ baseUrl: server.url, auth: apiKey(serviceKey), asUser: "somebody" });
    expect(await ay.request("GET", "/api/anything")).toEqual({ name: "somebody" });
    await ay.users.me();
    await ay.raw.GET("/api/users/me");
    expect(server.seen.map(({ headers }) => headers["x-as-user"])).toEqual(["somebody", "somebody", "somebody"]);
  });
});

describe("the making of a client", () => {
  const wrong = {
    "without a server": { auth: "a-token" },
    "with plain http to another machine": { auth: "a-token", baseUrl: "http://ayon.studio.example" },
    "with a name that no header can hold": { auth: apiKey(serviceKey), baseUrl: "https://a.example", asUser: "\u5c71" },
  };
  for (const [what, options] of Object.entries(wrong)) {
    it(`is refused with a RequestError ${what}`, () => {
      expect(() => createAyon(options as never)).toThrow(expect.toSatisfy(isRequestError));
    });
  }

  it("is refused with an AuthError without credentials", () => {
    const make = () => createAyon({ baseUrl: server.url, auth: process.env.A_VARIABLE_THAT_NOBODY_HAS_SET });
    expect(make).toThrow(expect.toSatisfy(isAuthError));
  });
});
