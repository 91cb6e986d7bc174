import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { bearer } from "./auth/bearer.ts";
import { type CoreOptions, coreOn, createCore } from "./core.ts";
import { AuthError } from "./errors/auth-error.ts";
import { RequestError } from "./errors/request/request-error.ts";
import { detectPlatform } from "./platform.ts";

const options: CoreOptions = { name: "n", version: "1", auth: "secret-token", baseUrl: "https://api.museum.test" };
const at = (baseUrl: string) => createCore({ ...options, baseUrl }).baseUrl;

describe("baseUrl", () => {
  test.each([
    ["https://api.museum.test", "https://api.museum.test"],
    ["https://api.museum.test/", "https://api.museum.test"],
    ["https://api.museum.test/base/v1//", "https://api.museum.test/base/v1"],
    ["https://api.museum.test:8443", "https://api.museum.test:8443"],
    ["http://localhost:4010", "http://localhost:4010"],
    ["http://app.localhost", "http://app.localhost"],
    ["http://127.9.8.7:1", "http://127.9.8.7:1"],
    ["http://[::1]:1", "http://[::1]:1"],
    ["https://api.museum.test/@north", "https://api.museum.test/@north"],
  ])("takes %s", (given, kept) => {
    expect(at(given)).toBe(kept);
  });

  test.each([
    "http://api.museum.test",
    "http://127.0.0.1.museum.test",
    "http://localhost.museum.test",
    "http://0.0.0.0",
    "http://192.168.0.2",
    "ftp://api.museum.test",
    "file:///etc/passwd",
    "https://user@api.museum.test",
    "https://user:pass@api.museum.test",
    "https://:pass@api.museum.test",
    "http://user@localhost:4010",
    "http://localhost:pass@api.museum.test",
    "http://127.0.0.1@api.museum.test",
    "blob:https://api.museum.test/a",
    "https://api.museum.test?a=1",
    "https://api.museum.test/?",
    "https://api.museum.test#a",
    "api.museum.test",
    "/api",
    "",
    undefined as unknown as string,
  ])("refuses %s with one RequestError that does not repeat it", (given) => {
    expect(() => at(given)).toThrow(RequestError);
    expect(() => at(given)).toThrow(/^baseUrl must be https/);
    expect(() => at(given)).not.toThrow(/pass|museum/);
  });
});

describe("auth", () => {
  test.each(["", " ", "a b", "abc\n", "ä", undefined, null, 5, {}])("refuses %j with an AuthError", (auth) => {
    expect(() => createCore({ ...options, auth: auth as string })).toThrow(AuthError);
    expect(() => createCore({ ...options, auth: auth as string })).toThrow(/^auth must be text/);
  });

  test("is not repeated in the error", () => {
    expect(() => bearer("very-secret\n")).not.toThrow(/very-secret/);
  });

  test("that never changes is a RequestError in a browser, unless it is allowed", () => {
    const browser = { isBrowser: true, name: "Mozilla/5.0" };
    for (const auth of ["secret-token", bearer("secret-token")]) {
      expect(() => coreOn({ ...options, auth }, browser)).toThrow(RequestError);
      expect(() => coreOn({ ...options, auth }, browser)).toThrow(/allowBrowserToken/);
      expect(coreOn({ ...options, auth, allowBrowserToken: true }, browser).baseUrl).toBe(options.baseUrl);
    }
    expect(coreOn({ ...options, auth: bearer(() => "secret-token") }, browser).baseUrl).toBe(options.baseUrl);
  });
});

test.each([{ headersMs: 0 }, { bodyIdleMs: -1 }, { totalMs: Number.NaN }])(
  "the limit %j is a RequestError",
  (timeouts) => {
    expect(() => createCore({ ...options, timeouts })).toThrow(RequestError);
  },
);

test("a core client shows its base URL and nothing else", () => {
  const core = createCore(options);
  for (const text of [inspect(core, { depth: 9, showHidden: true }), JSON.stringify(core), String(core)]) {
    expect(text).not.toContain("secret");
  }
  expect(JSON.stringify(core)).toBe('{"baseUrl":"https://api.museum.test"}');
  expect(inspect(bearer("secret-token"), { depth: 9, showHidden: true })).not.toContain("secret");
});

test.each([
  ["a browser", { navigator: { userAgent: "Mozilla/5.0 (X11)" } }, true, "Mozilla/5.0 (X11)"],
  ["Node 20", { process: { versions: { node: "20.19.0" } } }, false, "Node.js/20.19.0"],
  [
    "Node 24",
    { navigator: { userAgent: "Node.js/24" }, process: { versions: { node: "24.1.0" } } },
    false,
    "Node.js/24",
  ],
  ["an edge worker", { navigator: { userAgent: "Cloudflare-Workers" } }, false, "Cloudflare-Workers"],
])("%s is told by its globals", (_, globals, isBrowser, name) => {
  expect(detectPlatform(globals)).toEqual({ isBrowser, name });
});
