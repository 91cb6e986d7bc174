import {
  AuthError,
  anyHost,
  asJson,
  bearer,
  type OperationFunction,
  operation,
  RedirectError,
  RequestError,
} from "@fairlead/runtime";
import { request } from "@fairlead/runtime/raw";
import { describe, expect, it } from "vitest";
import { apiKey } from "../src/auth/api-key.ts";
import { asUser } from "../src/auth/as-user.ts";
import { login } from "../src/auth/login.ts";
import { type AyonOptions, createAyonCore } from "../src/core.ts";

const baseUrl = "https://ayon.studio.example";
const key = "service-key-0123456789abcdef";

/** A client whose requests are kept, and answered in turn; the last answer again and again. */
function client(options: Partial<AyonOptions>, ...answers: (() => Response)[]) {
  const sent: { url: string; headers: Headers }[] = [];
  const core = createAyonCore({
    baseUrl,
    auth: apiKey(key),
    fetch: async (url, { headers }) => {
      sent.push({ url, headers: new Headers(headers) });
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      return answer?.() ?? Response.json({});
    },
    ...options,
  });
  return { core, sent, get: () => request(core, "GET", "/api/users/me") };
}

const refused = () => Response.json({ code: 401, detail: "Access token is missing" }, { status: 401 });
const credentialsIn = (headers: Headers | undefined) =>
  Object.fromEntries(["authorization", "x-api-key", "x-as-user"].map((name) => [name, headers?.get(name)]));

describe("credentials", () => {
  it.each<[string, AyonOptions["auth"], object]>([
    ["a string goes as a bearer token", "ab12".repeat(16), { authorization: `Bearer ${"ab12".repeat(16)}` }],
    [
      "so does what bearer reads",
      bearer(async () => "cd34".repeat(16)),
      { authorization: `Bearer ${"cd34".repeat(16)}` },
    ],
    ["a key goes in X-Api-Key", apiKey(key), { "x-api-key": key }],
    ["so does a key that a function reads", apiKey(async () => key), { "x-api-key": key }],
  ])("%s, and nowhere else", async (_, auth, expected) => {
    const { get, sent } = client({ auth });
    await get();
    const none = { authorization: null, "x-api-key": null, "x-as-user": null };
    expect(sent.map(({ headers }) => credentialsIn(headers))).toEqual([{ ...none, ...expected }]);
  });

  it("are asked for again after a 401, where a function gives them", async () => {
    const { get, sent } = client({ auth: apiKey(({ refresh }) => (refresh ? "new-key" : "old-key")) }, refused, () =>
      Response.json({}),
    );
    await get();
    expect(sent.map(({ headers }) => headers.get("x-api-key"))).toEqual(["old-key", "new-key"]);
  });

  it.each([undefined, null, "", "a b", "a\nb", "ä", 5, { name: "x", password: "y" }])(
    "are refused with an AuthError at once: %j",
    (wrong) => {
      expect(() => apiKey(wrong as never)).toThrow(AuthError);
      expect(() => createAyonCore({ baseUrl, auth: wrong as never })).toThrow(AuthError);
    },
  );

  it("that a function gives are refused with an AuthError of the call, and nothing is sent", async () => {
    const { get, sent } = client({ auth: apiKey(() => "") });
    await expect(get()).rejects.toThrow(AuthError);
    await expect(get()).rejects.toThrow('The API key must be text without blanks, but is ""; is it set?');
    expect(sent).toEqual([]);
  });

  it("that never change are marked, so that a browser refuses them, and a login is not", () => {
    expect(apiKey(key).fixed).toBe(true);
    expect(asUser(apiKey(key), "somebody").fixed).toBe(true);
    expect(apiKey(() => key).fixed).toBeUndefined();
    expect(
      asUser(
        bearer(() => key),
        "somebody",
      ).fixed,
    ).toBeUndefined();
    const session = login({ name: "a", password: "b" }).connect(client({}).core, {
      now: () => 0,
      after: () => () => {},
    });
    expect(session.auth.fixed).toBeUndefined();
  });
});

describe("asUser", () => {
  it("goes with the credentials of each request", async () => {
    const { get, sent } = client({ asUser: "Jörg of layout" });
    await get();
    await get();
    const both = { authorization: null, "x-api-key": key, "x-as-user": "Jörg of layout" };
    expect(sent.map(({ headers }) => credentialsIn(headers))).toEqual([both, both]);
  });

  it("goes with the renewed credentials too", async () => {
    const auth = apiKey(({ refresh }) => (refresh ? "new-key" : "old-key"));
    const { get, sent } = client({ auth, asUser: "somebody" }, refused, () => Response.json({}));
    await get();
    expect(sent.map(({ headers }) => headers.get("x-as-user"))).toEqual(["somebody", "somebody"]);
  });

  it("stays with the server when a download leads to another one, and so does the key", async () => {
    const away = () => new Response(null, { status: 302, headers: { location: "https://files.example/x?sig=1" } });
    const { core, sent } = client({ asUser: "somebody" }, away, () => Response.json({}));
    const row = { id: "getFile", method: "GET", path: "/api/file", parse: asJson, redirects: anyHost } as const;
    await operation<OperationFunction>(row)(core);
    expect(sent.map(({ url }) => new URL(url).origin)).toEqual([baseUrl, "https://files.example"]);
    expect(sent.map(({ headers }) => headers.get("x-as-user"))).toEqual(["somebody", null]);
    expect(sent.map(({ headers }) => headers.get("x-api-key"))).toEqual([key, null]);
  });

  it.each(["", " a", "a ", "a\nb", "a\r", "a\tb", "\0", "\x7f", "\x85", "\u5c71", "\u{1f600}", 5, null])(
    "is refused with a RequestError at once: %j",
    (name) => {
      const make = () => createAyonCore({ baseUrl, auth: apiKey(key), asUser: name as never });
      expect(make).toThrow(RequestError);
      expect(make).toThrow("asUser must be one line of Latin-1 without blanks around it");
    },
  );

  it("is left out where it is undefined", async () => {
    const { get, sent } = client({ asUser: undefined });
    await get();
    expect(sent[0]?.headers.has("x-as-user")).toBe(false);
  });
});

describe("plain http to another machine", () => {
  const lan = "http://ayon.studio.example:5000";

  it("is refused", () => {
    expect(() => client({ baseUrl: lan })).toThrow(RequestError);
    expect(() => client({ baseUrl: lan, auth: login({ name: "a", password: "b" }) })).toThrow(RequestError);
    expect(() => client({ baseUrl: lan, allowInsecureHttp: false })).toThrow("baseUrl must be https");
  });

  it("is allowed by allowInsecureHttp, for the login too", async () => {
    const auth = login({ name: "a", password: "b" });
    const { get, sent } = client({ baseUrl: lan, auth, allowInsecureHttp: true }, () => Response.json({ token: "t" }));
    await get();
    expect(sent.map(({ url }) => url)).toEqual([`${lan}/api/auth/login`, `${lan}/api/users/me`]);
  });

  it("is never where a server on https leads to", async () => {
    const away = () => new Response(null, { status: 302, headers: { location: `${lan}/api/users/me` } });
    const { get, sent } = client({ allowInsecureHttp: true }, away);
    await expect(get()).rejects.toThrow(RedirectError);
    expect(sent.length).toBe(1);
  });
});

describe("a base URL", () => {
  it.each([undefined, "", "ayon.studio.example", "ftp://ayon.studio.example", "https://a:b@ayon.studio.example"])(
    "is refused with a RequestError at once: %j",
    (wrong) => {
      for (const allowInsecureHttp of [false, true])
        expect(() => client({ baseUrl: wrong as never, allowInsecureHttp })).toThrow(RequestError);
    },
  );
});
