import { request } from "@fairlead/runtime/raw";
import { assertNoSecrets } from "@fairlead/runtime/testing";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { apiKey } from "../src/auth/api-key.ts";
import { login } from "../src/auth/login.ts";
import { type AyonOptions, createAyonCore, endSession } from "../src/core.ts";
import { type Answer, type AuthServer, person, serviceKey, startAuthServer } from "./auth-server.ts";

let server: AuthServer;
beforeEach(async () => {
  server = await startAuthServer();
});
afterEach(() => server[Symbol.asyncDispose]());

const token = "5e55".repeat(16);
const quote = `${person.name} ${person.password} ${token}`;
const secrets = [person.name, person.password, token];

/** Makes a call with a login, and tells the log whatever a program could. */
async function assertQuiet(options: Partial<AyonOptions> = {}) {
  return assertNoSecrets(async (log) => {
    const auth = login(person);
    const core = createAyonCore({ baseUrl: server.url, auth, onAttempt: log, ...options });
    log(auth, core);
    try {
      return await request(core, "GET", "/api/projects");
    } finally {
      await endSession(core);
      log(core);
    }
  }, secrets);
}

describe("name, password and token of a login", () => {
  const answers: { [what: string]: Answer } = {
    "a wrong password, quoted": [403, { code: 403, detail: `Invalid login: ${quote}` }],
    "a wrong body, quoted": [400, { code: 400, detail: quote, errors: [{ loc: ["body"], msg: quote, input: person }] }],
    "a crash that quotes": [500, `Traceback: login(${quote})`],
    "a refusal that quotes": [503, { code: 503, detail: quote }],
    "half an answer": [200, `{"detail":"${person.name}","token":"${token}`, "application/json"],
    "no token, and a quote": [200, { detail: quote, token: null, user: person }],
    "a token that no header can hold": [200, { token: `${token}\n${person.password}` }],
  };
  for (const [what, answer] of Object.entries(answers)) {
    it(`show nowhere after ${what}`, async () => {
      server.login = () => answer;
      const outcome = await assertQuiet({ retry: false });
      expect(outcome).toMatchObject({ ok: false, error: { code: "auth" } });
    });
  }

  it("show nowhere after a fetch that threw the whole request", async () => {
    const thrower = (_: string, init: RequestInit) =>
      Promise.reject(Object.assign(new Error(`could not send ${init.body} ${quote}`), { init }));
    const outcome = await assertQuiet({ fetch: thrower, retry: false });
    expect(outcome).toMatchObject({ ok: false, error: { code: "auth" } });
  });

  it("show nowhere after a call that the server refused, quoting the token", async () => {
    server.login = () => [200, { detail: "Logged in", error: null, token }];
    const refuse = async (url: string, init: RequestInit) =>
      url.endsWith("/login") ? fetch(url, init) : Response.json({ code: 403, detail: token }, { status: 403 });
    expect(await assertQuiet({ fetch: refuse })).toMatchObject({ ok: false, error: { status: 403 } });
  });

  it("show nowhere after a logout that failed", async () => {
    server.logout = () => [500, `Traceback: logout(${quote})`];
    expect(await assertQuiet()).toMatchObject({ ok: true });
    expect(server.sentTo("/api/auth/logout").length).toBe(1);
  });

  it("show nowhere after a login with a part missing", async () => {
    const outcome = await assertNoSecrets(() => login({ name: "", password: person.password }), person.password);
    expect(outcome).toMatchObject({ ok: false, error: { code: "auth" } });
  });
});

describe("an API key", () => {
  it("shows nowhere after an answer that quotes it", async () => {
    const refuse = async () => Response.json({ code: 403, detail: `no right: ${serviceKey}` }, { status: 403 });
    const outcome = await assertNoSecrets(async (log) => {
      const auth = apiKey(serviceKey);
      const core = createAyonCore({ baseUrl: server.url, auth, fetch: refuse, onAttempt: log });
      log(auth, core);
      return request(core, "GET", "/api/projects");
    }, serviceKey);
    expect(outcome).toMatchObject({ ok: false, error: { status: 403 } });
  });

  it("shows nowhere when it is refused for its blanks", async () => {
    const outcome = await assertNoSecrets(() => apiKey(`${serviceKey} `), serviceKey);
    expect(outcome).toMatchObject({ ok: false, error: { code: "auth" } });
  });
});
