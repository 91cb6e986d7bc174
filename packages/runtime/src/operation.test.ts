import { describe, expect, test } from "vitest";
import { type Answer, clientWith, json, rejection } from "../test/support/client.ts";
import { bind } from "./bind.ts";
import type { CallOptions } from "./call-options.ts";
import { type CoreOptions, coreOn } from "./core.ts";
import { ApiError } from "./errors/api/api-error.ts";
import { AuthenticationError } from "./errors/api/authentication-error.ts";
import { BadRequestError } from "./errors/api/bad-request-error.ts";
import { ConflictError, isConflictError } from "./errors/api/conflict-error.ts";
import { GoneError } from "./errors/api/gone-error.ts";
import { LockedError } from "./errors/api/locked-error.ts";
import { isNotFoundError, NotFoundError } from "./errors/api/not-found-error.ts";
import { PayloadTooLargeError } from "./errors/api/payload-too-large-error.ts";
import { PaymentRequiredError } from "./errors/api/payment-required-error.ts";
import { PermissionDeniedError } from "./errors/api/permission-denied-error.ts";
import { PreconditionFailedError } from "./errors/api/precondition-failed-error.ts";
import { RateLimitError } from "./errors/api/rate-limit-error.ts";
import { ServerError } from "./errors/api/server-error.ts";
import { UnexpectedStatusError } from "./errors/api/unexpected-status-error.ts";
import { UnprocessableEntityError } from "./errors/api/unprocessable-entity-error.ts";
import { DecodeError } from "./errors/decode-error.ts";
import { RequestError } from "./errors/request/request-error.ts";
import { type OperationFunction, operation } from "./operation.ts";
import type { OperationRow } from "./operation-row.ts";
import type { Outcome } from "./pipeline.ts";
import { inPath } from "./request/place.ts";
import { API_ERRORS } from "./response/api-errors.ts";
import { asBlob } from "./response/as-blob.ts";
import { asJson } from "./response/as-json.ts";
import { asNothing } from "./response/as-nothing.ts";
import { asText } from "./response/as-text.ts";
import { anyHost } from "./transport/redirect.ts";

const getVisit: OperationRow = {
  id: "getVisit",
  method: "GET",
  path: "/visits/{id}",
  params: { id: { in: inPath, type: "integer", required: true } },
  parse: asJson,
  errors: { 404: NotFoundError },
};

async function outcomeOf(
  answer: Answer,
  row: Partial<OperationRow> = {},
  options?: Partial<CoreOptions>,
): Promise<Outcome> {
  const { core } = clientWith(answer, options);
  return operation<OperationFunction>({ ...getVisit, ...row }).safe(core, { id: 5 });
}

async function errorOf(
  answer: Answer,
  row: Partial<OperationRow> = {},
  options?: Partial<CoreOptions>,
): Promise<Error> {
  const outcome = await outcomeOf(answer, row, options);
  if (outcome.ok) throw new Error("The call succeeded.");
  return outcome.error;
}

describe("the three forms", () => {
  const visit = operation<OperationFunction>(getVisit);

  test("give the data, the data with its answer, and every outcome as a value", async () => {
    const { core } = clientWith(json({ id: 5 }));
    expect(await visit(core, { id: 5 })).toEqual({ id: 5 });
    const full = await visit.full(core, { id: 5 });
    expect(full).toMatchObject({ ok: true, status: 200, data: { id: 5 }, meta: { attempts: 1 } });
    expect([full.headers.get("content-type"), full.response.status]).toEqual(["application/json", 200]);
    expect(await visit.safe(core, { id: 5 })).toMatchObject({ ok: true, status: 200, data: { id: 5 } });
  });

  test("throw, throw, and give the same error for an HTTP error", async () => {
    const { core } = clientWith(json({ message: "no such visit" }, 404));
    expect(await rejection(visit(core, { id: 5 }))).toBeInstanceOf(NotFoundError);
    expect(await rejection(visit.full(core, { id: 5 }))).toBeInstanceOf(NotFoundError);
    const outcome = await visit.safe(core, { id: 5 });
    expect(outcome).toMatchObject({ ok: false, status: 404, meta: { attempts: 1 } });
    expect(!outcome.ok && outcome.error).toBeInstanceOf(NotFoundError);
  });

  test("are the same on a bound method", async () => {
    const { core } = clientWith(json({ id: 5 }));
    const bound = bind<{
      (input: object, options?: CallOptions): Promise<unknown>;
      safe(input: object): Promise<Outcome>;
      full(input: object): Promise<Outcome>;
    }>(core, visit);
    expect(await bound({ id: 5 })).toEqual({ id: 5 });
    expect(await bound.safe({ id: 5 })).toMatchObject({ ok: true, data: { id: 5 } });
    expect(await bound.full({ id: 5 })).toMatchObject({ ok: true, data: { id: 5 } });
    expect(await rejection(bound({ id: 5 }, { timeoutMs: -1 }))).toBeInstanceOf(RequestError);
  });

  test("safe gives status 0 for input that is refused, and nothing is sent", async () => {
    const { core, sent } = clientWith(json({}));
    const outcome = await visit.safe(core, { id: "5" });
    expect(outcome).toMatchObject({ ok: false, status: 0, meta: { attempts: 0 } });
    expect(!outcome.ok && outcome.error).toBeInstanceOf(RequestError);
    expect(sent).toEqual([]);
  });

  test("safe does not reject for a first argument that is no core client", async () => {
    const outcome = await visit.safe({ baseUrl: "https://api.museum.test" }, { id: 5 });
    expect(!outcome.ok && outcome.error.message).toMatch(/no client of this copy/);
  });

  test("safe does not reject for input that throws when it is read", async () => {
    const input = {
      get id(): number {
        throw new Error("trap");
      },
    };
    const outcome = await visit.safe(clientWith(json({})).core, input);
    expect(!outcome.ok && outcome.error).toBeInstanceOf(RequestError);
  });

  test.each([[{ timeout: 5 }], [{ retry: 3 }]])("refuse the option %j", async (options) => {
    const error = await rejection(visit(clientWith(json({})).core, { id: 5 }, options as CallOptions));
    expect(error).toBeInstanceOf(RequestError);
    expect((error as Error).message).toMatch(/unknown option timeout|attempts must be above 0/);
  });

  test.each([0, -1, Number.NaN])("refuse the limit %d", async (timeoutMs) => {
    expect(await rejection(visit(clientWith(json({})).core, { id: 5 }, { timeoutMs }))).toBeInstanceOf(RequestError);
  });
});

describe("the request", () => {
  test("has only the fields that are needed, and no content type without a body", async () => {
    const { core, sent } = clientWith(json({}));
    await operation<OperationFunction>(getVisit)(core, { id: 5 });
    expect(sent[0]?.url).toBe("https://api.museum.test/visits/5");
    const { signal, ...rest } = sent[0]?.init ?? {};
    expect(signal).toBeInstanceOf(AbortSignal);
    expect(rest).toEqual({
      method: "GET",
      redirect: "manual",
      headers: {
        accept: "application/json",
        authorization: "Bearer museum-token-0123456789",
        "user-agent": expect.stringMatching(/^museum-client\/1\.2\.3 \(Node\.js\/\d+.*\)$/),
      },
    });
  });

  test("calls fetch without this", async () => {
    let self: unknown = "not called";
    const fetch = async function (this: unknown): Promise<Response> {
      self = this;
      return json({});
    };
    await operation<OperationFunction>(getVisit)(clientWith([], { fetch }).core, { id: 5 });
    expect(self).toBeUndefined();
  });

  test("leaves User-Agent and redirects to a browser", async () => {
    const sent: RequestInit[] = [];
    const fetch = async (_: string, init: RequestInit) => {
      sent.push(init);
      return json({});
    };
    const options = { name: "n", version: "1", auth: () => ({}), baseUrl: "https://api.museum.test", fetch };
    const core = coreOn(options, { isBrowser: true, name: "Mozilla/5.0" });
    await operation<OperationFunction>(getVisit)(core, { id: 5 });
    await operation<OperationFunction>({ ...getVisit, redirects: anyHost })(core, { id: 5 });
    expect(sent.map(({ redirect }) => redirect)).toEqual(["error", "follow"]);
    expect(sent[0]?.headers).toEqual({ accept: "application/json" });
  });
});

describe("a 2xx", () => {
  const dataOf = async (answer: Response, parse: OperationRow["parse"], method: OperationRow["method"] = "GET") => {
    const outcome = await outcomeOf(() => answer, { parse, method });
    return outcome.ok ? outcome.data : outcome.error;
  };

  test.each([
    ["JSON", asJson, new Response('{"a":1}'), { a: 1 }],
    ["JSON null", asJson, new Response("null"), null],
    ["an empty body", asJson, new Response(""), undefined],
    ["204", asJson, new Response(null, { status: 204 }), undefined],
    ["205", asText, new Response(null, { status: 205 }), undefined],
    ["text", asText, new Response("a€"), "a€"],
    ["no declared body", asNothing, new Response("ignored"), undefined],
    ["201", asJson, new Response("1", { status: 201 }), 1],
    ["226", asJson, new Response("1", { status: 226 }), 1],
  ] as const)("with %s gives what is declared", async (_, parse, answer, data) => {
    expect(await dataOf(answer, parse)).toEqual(data);
  });

  test("to HEAD has no body", async () => {
    expect(await dataOf(new Response(null), asJson, "HEAD")).toBeUndefined();
  });

  test("with a file gives a Blob of its type, and an empty file an empty Blob", async () => {
    const file = (await dataOf(new Response("PK", { headers: { "content-type": "application/zip" } }), asBlob)) as Blob;
    expect([await file.text(), file.type]).toEqual(["PK", "application/zip"]);
    expect(((await dataOf(new Response(""), asBlob)) as Blob).size).toBe(0);
  });

  test("loses its own keys of the name that sets a prototype, however they are written", async () => {
    const text = String.raw`{"a":{"__proto__":{"admin":true},"b":1},"\u005f_proto__":{"admin":true},"c":"__proto__"}`;
    const data = (await dataOf(new Response(text), asJson)) as { a: object };
    expect(data).toEqual({ a: { b: 1 }, c: "__proto__" });
    expect([Object.keys(data), Object.keys(data.a)]).toEqual([["a", "c"], ["b"]]);
    expect(Object.assign({}, data.a)).not.toHaveProperty("admin");
  });

  test("with a page where JSON is declared is a DecodeError with status, type and the first characters", async () => {
    const page = `<!doctype html>\n<title>Sign in</title>${" ".repeat(2000)}`;
    const error = await errorOf(new Response(page, { headers: { "content-type": "text/html; charset=utf-8" } }));
    expect(error).toBeInstanceOf(DecodeError);
    expect(error).toMatchObject({
      status: 200,
      contentType: "text/html; charset=utf-8",
      bodyText: page.slice(0, 1024),
    });
    expect(error.message).toMatch(
      /^GET \/visits\/\{id\}: 200, .*no JSON, but text\/html; charset=utf-8 "<!doctype html>\\n<title>/,
    );
    expect(error.message).not.toContain(" ".repeat(61));
  });

  test("larger than 100 MiB is a DecodeError, long before all of it is read", async () => {
    const chunk = new Uint8Array(8 * 1024 * 1024);
    let pulled = 0;
    const endless = new ReadableStream({
      pull(controller) {
        pulled++;
        controller.enqueue(chunk);
      },
    });
    const error = await errorOf(() => new Response(endless));
    expect(error).toBeInstanceOf(DecodeError);
    expect(error.message).toMatch(/more than 100 MiB/);
    expect(pulled).toBeLessThan(17);
  });
});

describe("an error answer", () => {
  test.each([
    [400, BadRequestError],
    [401, AuthenticationError],
    [402, PaymentRequiredError],
    [403, PermissionDeniedError],
    [404, NotFoundError],
    [409, ConflictError],
    [410, GoneError],
    [412, PreconditionFailedError],
    [413, PayloadTooLargeError],
    [418, ApiError],
    [422, UnprocessableEntityError],
    [423, LockedError],
    [429, RateLimitError],
    [500, ServerError],
    [503, ServerError],
    [599, ServerError],
    [304, UnexpectedStatusError],
    [300, UnexpectedStatusError],
  ] as const)("with %d is a %o", async (status, type) => {
    const error = await errorOf(new Response(null, { status }), { errors: API_ERRORS });
    expect(error.constructor).toBe(type);
    expect(error).toMatchObject({
      status,
      operationId: "getVisit",
      method: "GET",
      urlTemplate: "/visits/{id}",
      attempts: 1,
    });
  });

  test("with a status that the row does not declare is a plain ApiError that the guard of the status knows", async () => {
    const error = await errorOf(json({}, 409));
    expect([error.constructor, isConflictError(error), isNotFoundError(error)]).toEqual([ApiError, true, false]);
    expect(await errorOf(json({}, 429))).toBeInstanceOf(RateLimitError);
  });

  test.each([
    [{ message: "no visit" }, "no visit"],
    [{ error: "no visit" }, "no visit"],
    [{ error: { message: "no visit" } }, "no visit"],
    [{ detail: "no\n\u001b[2Jvisit" }, "no [2Jvisit"],
    [{ title: "x".repeat(300) }, "x".repeat(200)],
    ["text", ""],
    [null, ""],
    [{ error: 5 }, ""],
  ])("with the body %j says %j", async (body, text) => {
    expect((await errorOf(json(body, 404))).message).toBe(`GET /visits/{id}: 404 ${text}`.trim());
  });

  test("keeps body, text and headers; text that is no JSON is the body", async () => {
    const known = await errorOf(json({ code: 7 }, 400, { "x-request-id": "r-1" }));
    expect(known).toMatchObject({ body: { code: 7 }, bodyText: '{"code":7}', requestId: "r-1" });
    expect(await errorOf(new Response("<h1>", { status: 502 }))).toMatchObject({ body: "<h1>", bodyText: "<h1>" });
    expect(await errorOf(new Response(null, { status: 502 }))).toMatchObject({ body: undefined, bodyText: "" });
  });

  test("keeps at most 64 KiB of text, and reads at most about 1 MiB", async () => {
    let pulled = 0;
    const endless = new ReadableStream({
      pull(controller) {
        pulled++;
        controller.enqueue(new TextEncoder().encode("x".repeat(65_536)));
      },
    });
    const error = (await errorOf(() => new Response(endless, { status: 500 }))) as ApiError;
    expect(error.bodyText.length).toBe(65_536);
    expect(pulled).toBeLessThan(20);
  });

  test("keeps its status when its body breaks off", async () => {
    const broken = new ReadableStream({
      pull(controller) {
        controller.error(new Error("other side closed"));
      },
    });
    expect(await errorOf(() => new Response(broken, { status: 500 }))).toBeInstanceOf(ServerError);
  });

  test.each([
    ["GET", undefined, 503, true],
    ["GET", undefined, 404, false],
    ["DELETE", undefined, 500, true],
    ["GET", undefined, 501, false],
    ["POST", undefined, 503, false],
    ["POST", true, 503, true],
    ["POST", "Idempotency-Key", 503, true],
    ["POST", undefined, 429, true],
  ] as const)("to %s (idempotent: %s) with %d has retryable %s", async (method, idempotent, status, retryable) => {
    const row = { method, ...(idempotent && { idempotent }) };
    expect(await errorOf(new Response(null, { status }), row)).toMatchObject({ retryable });
  });
});

describe("the request id", () => {
  test("comes from x-request-id, or from the header that the client names", async () => {
    const answer = json({}, 200, { "x-request-id": "a", "x-museum-id": "b" });
    expect((await outcomeOf(answer)).meta.requestId).toBe("a");
    expect((await outcomeOf(answer, {}, { requestIdHeader: "x-museum-id" })).meta.requestId).toBe("b");
  });
});
