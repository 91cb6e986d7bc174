import { expect, test } from "vitest";
import { controlPlane, documented } from "./control-world.ts";

const token = "correct-horse-battery";
const closed = () => controlPlane({ controlToken: token });
const paths = documented.map(({ method, path }) => [method, path.replaceAll(/\{\w+\}/g, "default")] as const);

test.each(paths.filter(([, path]) => path !== "/health"))("%s %s needs the control token", async (method, path) => {
  const plane = closed();
  const missing = await plane.ask(method, path);
  expect(missing.status).toBe(401);
  expect(missing.json.type).toBe("urn:sandbox:missing-token");
  expect(missing.headers.get("www-authenticate")).toBe("Bearer");
  const headers = { authorization: `Bearer ${token}` };
  expect((await plane.ask(method, path, { headers })).status).not.toBe(401);
});

test.each([
  `Bearer ${token.slice(0, -1)}`,
  `Bearer ${token}y`,
  `Bearer ${token.toUpperCase()}`,
  `Basic ${token}`,
  token,
  "Bearer",
  "Bearer ",
  "Bearer undefined",
])("Authorization %j is refused without repeating it", async (authorization) => {
  const { status, json } = await closed().ask("GET", "/sessions", { headers: { authorization } });
  expect({ status, type: json.type }).toEqual({ status: 401, type: "urn:sandbox:wrong-token" });
  expect(JSON.stringify(json)).not.toContain(token.slice(0, 8));
});

test("The scheme of the token may be written in any case", async () => {
  const { status } = await closed().ask("GET", "/sessions", { headers: { authorization: `bearer  ${token}` } });
  expect(status).toBe(200);
});

test("An unknown path does not tell that it is unknown without the token", async () => {
  expect((await closed().ask("GET", "/nothing")).status).toBe(401);
});

test("/health needs no token and tells nothing", async () => {
  const { status, json } = await closed().ask("GET", "/health");
  expect({ status, json }).toEqual({ status: 200, json: { status: "ok" } });
});

test.each(paths)("%s %s is refused to a page of another origin, token or not", async (method, path) => {
  for (const origin of ["https://page.example.com", "http://127.0.0.1:4011", "http://localhost:4010", "null"]) {
    const headers = { origin, authorization: `Bearer ${token}` };
    const { status, headers: told } = await closed().ask(method, path, { headers });
    expect({ origin, status }).toEqual({ origin, status: 403 });
    expect([...told.keys()].filter((name) => name.startsWith("access-control-"))).toEqual([]);
  }
});

test("A page of the same origin has access", async () => {
  const { status } = await controlPlane().ask("GET", "/sessions", { headers: { origin: "http://127.0.0.1:4010" } });
  expect(status).toBe(200);
});

test.each([
  "http://localhost",
  "http://museum.a1b2.localhost",
  "http://127.0.0.1:80",
  "http://127.9.9.9",
  "http://[::1]:4010",
])("Without a token it answers on %s", async (origin) => {
  expect((await controlPlane().ask("GET", "/sessions", { origin })).status).toBe(200);
});

test.each([
  "http://page.example.com:4010",
  "http://192.168.0.7",
  "http://localhost.example.com",
  "http://a.localhost.example.com",
  "http://127.0.0.1.example.com",
])("Without a token it does not answer on %s, whose name may lead here from a page", async (origin) => {
  const plane = controlPlane();
  const { status, json } = await plane.ask("GET", "/sessions", { origin });
  expect({ status, type: json.type }).toEqual({ status: 403, type: "urn:sandbox:foreign-host" });
  const headers = { authorization: `Bearer ${token}` };
  expect((await closed().ask("GET", "/sessions", { origin, headers })).status).toBe(200);
});

test("No answer is kept or shown by browsers elsewhere", async () => {
  for (const path of ["/health", "/sessions", "/nothing"]) {
    const { headers } = await controlPlane().ask("GET", path);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
  }
});
