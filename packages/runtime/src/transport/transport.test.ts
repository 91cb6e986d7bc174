import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { describe, expect, test } from "vitest";
import { type Answer, clientWith, json, rejection, type TestClient } from "../../test/support/client.ts";
import { bearer } from "../auth/bearer.ts";
import type { CoreOptions } from "../core.ts";
import type { ApiError } from "../errors/api/api-error.ts";
import { UnexpectedStatusError } from "../errors/api/unexpected-status-error.ts";
import { AuthError } from "../errors/auth-error.ts";
import { ConnectionError } from "../errors/transport/connection-error.ts";
import { RedirectError } from "../errors/transport/redirect-error.ts";
import { type OperationFunction, operation } from "../operation.ts";
import type { OperationRow } from "../operation-row.ts";
import { jsonBody } from "../request/body.ts";
import { asJson } from "../response/as-json.ts";
import { anyHost, sameOrigin } from "./redirect.ts";

const row: OperationRow = {
  id: "getVisit",
  method: "GET",
  path: "/visits",
  parse: asJson,
  body: { write: jsonBody },
  redirects: sameOrigin,
};
const to = (location: string, status = 302) => new Response("moved", { status, headers: { location } });

interface Run extends TestClient {
  readonly error: unknown;
}

async function run(
  answers: Answer[],
  more: Partial<OperationRow> = {},
  options: Partial<CoreOptions> = {},
): Promise<Run> {
  const client = clientWith(answers, options);
  const outcome = await operation<OperationFunction>({ ...row, ...more }).safe(
    client.core,
    {},
    { headers: { "x-room": "north" } },
  );
  return { ...client, error: outcome.ok ? undefined : outcome.error };
}

const urls = ({ sent }: TestClient) => sent.map(({ url }) => url);

describe("a redirect", () => {
  test.each([301, 302, 303, 307, 308])("with %d on the same origin is followed, with credentials", async (status) => {
    const result = await run([to("/elsewhere?a=1", status), json({})]);
    expect([result.error, urls(result)]).toEqual([
      undefined,
      ["https://api.museum.test/visits", "https://api.museum.test/elsewhere?a=1"],
    ]);
    expect(result.sent[1]?.headers.get("authorization")).toBe("Bearer museum-token-0123456789");
    expect(result.sent[1]?.headers.get("x-room")).toBe("north");
  });

  test("to a signed address leaves no signature in what that host says, as text or as JSON", async () => {
    const signed = to("https://bucket.test/f?X-Signature=ab%2Fcd%2B0123456789%3D&X-Key=hidden-key-0123");
    const answers = [
      new Response("<Signature>ab/cd+0123456789=</Signature><Key>hidden-key-0123</Key>", { status: 403 }),
      json({ message: "ab%2fcd%2b0123456789%3d", key: "hidden-key-0123" }, 403),
    ];
    for (const answer of answers) {
      const { error } = await run([signed, answer], { redirects: anyHost });
      const { message, bodyText } = error as ApiError;
      expect(`${message} ${bodyText}`).not.toMatch(/0123/);
      expect(bodyText).toContain("[secret]");
    }
  });

  test("is followed five times and no more", async () => {
    const five = await run([...Array.from({ length: 5 }, () => to("/next")), json({})]);
    expect([five.error, five.sent.length]).toEqual([undefined, 6]);
    const endless = await run([to("/next")]);
    expect(endless.error).toBeInstanceOf(RedirectError);
    expect(endless.sent.length).toBe(6);
  });

  test.each(["POST", "PUT", "PATCH", "DELETE"] as const)(
    "of %s is not followed and is an UnexpectedStatusError",
    async (method) => {
      const { error, sent } = await run([to("/next", 307)], { method });
      expect(error).toBeInstanceOf(UnexpectedStatusError);
      expect(sent.length).toBe(1);
    },
  );

  test.each([
    ["https://cdn.museum.test/a?signature=hidden", "; it points to https://cdn.museum.test; check baseUrl"],
    ["/elsewhere?a=hidden", "; it points to https://api.museum.test; check baseUrl"],
    ["http://cdn.museum.test/", "; it points to no https URL; check baseUrl"],
  ])("to %s is not followed where the document declares none, and the error says where to", async (location, hint) => {
    const { core, sent } = clientWith(to(location));
    const { redirects: _, ...undeclared } = row;
    const error = await rejection(operation<OperationFunction>(undeclared)(core));
    expect(error).toBeInstanceOf(UnexpectedStatusError);
    expect((error as Error).message).toBe(`GET /visits: 302${hint}`);
    expect(sent.length).toBe(1);
  });

  test("without a location is an UnexpectedStatusError", async () => {
    expect((await run([new Response(null, { status: 302 })])).error).toBeInstanceOf(UnexpectedStatusError);
  });

  test.each([
    ["another host", "https://cdn.museum.test/file?signature=hidden", "https://cdn.museum.test"],
    ["another port", "https://api.museum.test:8443/", "https://api.museum.test:8443"],
    ["plain http", "http://api.museum.test/", undefined],
    ["this machine", "http://localhost:1/", "http://localhost:1"],
    ["credentials", "https://user:hidden@api.museum.test/", undefined],
    ["a file", "file:///etc/hidden", undefined],
    ["no URL", "https://[", undefined],
  ])("to %s is a RedirectError that tells origins only", async (_, location, origin) => {
    const { error, sent } = await run([to(location)]);
    expect(error).toBeInstanceOf(RedirectError);
    expect(error).toMatchObject({ from: "https://api.museum.test", to: origin });
    expect(`${error} ${JSON.stringify(error)}`).not.toContain("hidden");
    expect(sent.length).toBe(1);
  });

  test("to another host is followed where the document allows it, without credentials and headers of the caller", async () => {
    const answers = [to("https://cdn.museum.test/file"), json({})];
    const auth = () => ({ "x-api-key": "0123456789", authorization: "Bearer 0123456789" });
    const { error, sent } = await run(answers, { redirects: anyHost }, { auth });
    expect(error).toBeUndefined();
    expect(sent[0]?.headers.get("x-api-key")).toBe("0123456789");
    expect([...(sent[1]?.headers.keys() ?? [])]).toEqual(["accept", "user-agent"]);
  });

  test("back from another host gets no credentials any more", async () => {
    const answers = [to("https://cdn.museum.test/a"), to("https://api.museum.test/chosen-by-others"), json({})];
    const { sent } = await run(answers, { redirects: anyHost });
    expect(sent.map(({ headers }) => headers.has("authorization"))).toEqual([true, false, false]);
  });

  test("from https never goes to http, not even on this machine; from http on this machine it may", async () => {
    const allowed = { redirects: anyHost };
    for (const place of ["http://localhost:1/", "http://cdn.museum.test/"]) {
      const { error, sent } = await run([to(place), json({})], allowed);
      expect(error).toBeInstanceOf(RedirectError);
      expect([(error as Error).message, sent.length]).toEqual([expect.stringContaining("not https"), 1]);
    }
    const local = { baseUrl: "http://localhost:1" };
    expect((await run([to("http://127.0.0.1:2/"), json({})], allowed, local)).error).toBeUndefined();
    expect((await run([to("http://cdn.museum.test/")], allowed, local)).error).toBeInstanceOf(RedirectError);
  });
});

describe("a failed connection", () => {
  const failure = (code: string, message = "fetch failed") =>
    Object.assign(new TypeError(message), { cause: Object.assign(new Error(code), { code }) });

  test.each([
    [failure("ENOTFOUND"), "dns", true],
    [failure("EAI_AGAIN"), "dns", true],
    [failure("ECONNREFUSED"), "refused", true],
    [Object.assign(new Error("Unable to connect"), { code: "ConnectionRefused" }), "refused", true],
    [failure("ECONNRESET"), "reset", false],
    [failure("UND_ERR_SOCKET"), "reset", false],
    [failure("DEPTH_ZERO_SELF_SIGNED_CERT"), "tls", false],
    [failure("ERR_TLS_CERT_ALTNAME_INVALID"), "tls", false],
    [failure("ETIMEDOUT"), "timeout", false],
    [failure("UND_ERR_CONNECT_TIMEOUT"), "timeout", true],
    [failure("UND_ERR_HEADERS_TIMEOUT"), "timeout", false],
    [failure("EHOSTUNREACH"), "other", false],
  ])("%# is a ConnectionError of its kind that names the origin", async (cause, kind, retryable) => {
    const { error } = await run([cause], { method: "POST" });
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ kind, origin: "https://api.museum.test", attempts: 1, retryable, cause });
    expect((error as Error).message).toMatch(
      /^POST \/visits: no answer from https:\/\/api\.museum\.test \(\w+\); check baseUrl/,
    );
  });

  test("of a server that is not there names its origin, over real sockets", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await new Promise((resolve) => server.close(resolve));
    const { core } = clientWith([], { baseUrl, fetch: (url, init) => globalThis.fetch(url, init) });
    const error = await rejection(operation<OperationFunction>(row)(core));
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ kind: "refused", origin: baseUrl });
    expect((error as Error).message).toContain(baseUrl);
  });

  test("in the middle of a body is a ConnectionError too", async () => {
    const body = new ReadableStream({
      pull(controller) {
        controller.error(failure("UND_ERR_SOCKET", "terminated"));
      },
    });
    expect((await run([() => new Response(body)])).error).toMatchObject({ name: "ConnectionError", kind: "reset" });
  });

  test("whose cause is its own cause is told too", async () => {
    const circle = new Error("odd");
    circle.cause = circle;
    expect((await run([circle])).error).toMatchObject({ kind: "other" });
  });

  test("keeps its cause only without credentials in it", async () => {
    const cause = new Error("request with Bearer museum-token-0123456789 failed");
    const { error } = await run([cause]);
    expect(error).toBeInstanceOf(ConnectionError);
    expect((error as Error).cause).toBeUndefined();
  });

  test.each([
    new Error("request to https://api.museum.test/visits?sig=hidden failed"),
    new Error("failed", { cause: new Error("why", { cause: new Error("no https://api.museum.test/?sig=hidden") }) }),
  ])("keeps no cause with the query of an address in it: %s", async (cause) => {
    const { error } = await run([cause]);
    expect(error).toBeInstanceOf(ConnectionError);
    expect((error as Error).cause).toBeUndefined();
  });
});

describe("credentials", () => {
  test("are asked for anew for each request, with the facts of the call", async () => {
    let asked = 0;
    const { core, sent } = clientWith(json({}), { auth: bearer(async () => `token-number-${++asked}`) });
    const visit = operation<OperationFunction>(row);
    await visit(core);
    await visit(core);
    expect(sent.map(({ headers }) => headers.get("authorization"))).toEqual([
      "Bearer token-number-1",
      "Bearer token-number-2",
    ]);
    const contexts: unknown[] = [];
    await run([json({})], {}, { auth: (context) => Object(contexts.push(context)) && {} });
    expect(contexts).toEqual([
      { operationId: "getVisit", method: "GET", urlTemplate: "/visits", signal: expect.any(AbortSignal) },
    ]);
  });

  test("go before a header of the caller with the same name", async () => {
    const { core, sent } = clientWith(json({}));
    await operation<OperationFunction>(row)(core, {}, { headers: { Authorization: "Bearer other" } });
    expect(sent[0]?.headers.get("authorization")).toBe("Bearer museum-token-0123456789");
  });

  test.each([
    ["throws", () => Promise.reject(new RangeError("password hunter2-hunter2"))],
    [
      "throws at once",
      () => {
        throw new RangeError("password hunter2-hunter2");
      },
    ],
    ["gives nothing", () => undefined as never],
    ["gives a line break", () => ({ authorization: "hunter2-hunter2\r\nx: y" })],
    ["gives no text", () => ({ authorization: 5 as unknown as string })],
    ["gives an empty token", bearer(() => "")],
    ["gives no token", bearer(() => undefined as unknown as string)],
  ])("of a provider that %s are an AuthError without its text, and nothing is sent", async (_, auth) => {
    const { error, sent } = await run([json({})], {}, { auth });
    expect(error).toBeInstanceOf(AuthError);
    expect(error).toMatchObject({ operationId: "getVisit", attempts: 0 });
    expect((error as Error).cause).toBeUndefined();
    expect((error as Error).message).toMatch(/^GET \/visits: no credentials, .*; nothing was sent$/);
    expect(`${(error as Error).stack}`).not.toContain("hunter2");
    expect(sent).toEqual([]);
  });
});
