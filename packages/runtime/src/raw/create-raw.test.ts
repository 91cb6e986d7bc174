import { describe, expect, test } from "vitest";
import { type Answer, clientWith, json, rejection } from "../../test/support/client.ts";
import { ManualClock } from "../../test/support/manual-clock.ts";
import type { CoreOptions } from "../core.ts";
import { HostNotAllowedError } from "../errors/request/host-not-allowed-error.ts";
import { UnsafePathError } from "../errors/request/unsafe-path-error.ts";
import { AbortedError } from "../errors/transport/aborted-error.ts";
import { ConnectionError } from "../errors/transport/connection-error.ts";
import { RedirectError } from "../errors/transport/redirect-error.ts";
import { TimeoutError } from "../errors/transport/timeout-error.ts";
import { createRaw } from "./create-raw.ts";

interface Visit {
  id: number;
}
interface Paths {
  "/visits/{id}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { path: { id: string }; query?: { deep?: boolean } };
      responses: {
        200: { content: { "application/json": Visit } };
        404: { content: { "application/json": { why: string } } };
      };
    };
    post: {
      parameters: { path: { id: string } };
      requestBody: { content: { "application/json": unknown } };
      responses: { 200: { content: { "application/json": Visit } } };
    };
  };
}

function rawOn(answer: Answer | Answer[], options: Partial<CoreOptions> = {}) {
  const client = clientWith(answer, options);
  return { ...client, raw: createRaw<Paths>(client.core) };
}

const params = { path: { id: "a b" } };

describe("the raw client", () => {
  test("gives the data of a 2xx, with our credentials sent", async () => {
    const { raw, sent } = rawOn(json({ id: 5 }));
    const { data, response } = await raw.GET("/visits/{id}", { params: { ...params, query: { deep: true } } });
    expect([data, response.status, response.url]).toEqual([{ id: 5 }, 200, ""]);
    expect(sent[0]?.url).toBe("https://api.museum.test/visits/a%20b?deep=true");
    expect(sent[0]?.headers.get("authorization")).toBe("Bearer museum-token-0123456789");
    expect(sent[0]?.init.redirect).toBe("manual");
  });

  test("gives an HTTP error as a value", async () => {
    const { error, response } = await rawOn(json({ why: "gone" }, 404)).raw.GET("/visits/{id}", { params });
    expect([error, response.status]).toEqual([{ why: "gone" }, 404]);
  });

  test("gives the body of a 204 as undefined", async () => {
    expect((await rawOn(new Response(null, { status: 204 })).raw.GET("/visits/{id}", { params })).data).toBeUndefined();
  });

  test("sends a body in its first form, not as a stream", async () => {
    const { raw, sent } = rawOn(json({ id: 5 }));
    await raw.POST("/visits/{id}", { params, body: { a: 1 } });
    const form = new FormData();
    await raw.POST("/visits/{id}", { params, body: form, bodySerializer: () => form });
    expect([sent[0]?.init.body, sent[0]?.headers.get("content-type")]).toEqual(['{"a":1}', "application/json"]);
    expect([sent[1]?.init.body, sent[1]?.headers.has("content-type")]).toEqual([form, false]);
  });

  test("lets a middleware replace the request", async () => {
    const { raw, sent } = rawOn(json({ id: 5 }));
    raw.use({ onRequest: ({ request }) => new Request(request, { headers: { "x-room": "north" } }) });
    await raw.POST("/visits/{id}", { params, body: { a: 1 } });
    expect(sent[0]?.headers.get("x-room")).toBe("north");
    expect(new TextDecoder().decode(sent[0]?.init.body as ArrayBuffer)).toBe('{"a":1}');
  });

  test.each(["..", "%2e", "a/b", ""])("refuses the path value %j with an UnsafePathError", async (id) => {
    const { raw, sent } = rawOn(json({}));
    expect(await rejection(raw.GET("/visits/{id}", { params: { path: { id } } }))).toBeInstanceOf(UnsafePathError);
    expect(sent).toEqual([]);
  });

  test("refuses another origin with a HostNotAllowedError", async () => {
    const { raw, sent } = rawOn(json({}));
    const error = await rejection(raw.GET("/visits/{id}", { params, baseUrl: "https://other.test" }));
    expect(error).toBeInstanceOf(HostNotAllowedError);
    expect(sent).toEqual([]);
  });

  test("rejects with our errors where there is no answer", async () => {
    const refused = await rejection(rawOn(new Error("ECONNREFUSED")).raw.GET("/visits/{id}", { params }));
    expect(refused).toBeInstanceOf(ConnectionError);
    expect(refused).toMatchObject({ method: "GET", urlTemplate: "/visits/{id}", kind: "refused" });
    const away = new Response(null, { status: 302, headers: { location: "https://other.test" } });
    expect(await rejection(rawOn(away).raw.GET("/visits/{id}", { params }))).toBeInstanceOf(RedirectError);
    const signal = AbortSignal.abort();
    expect(await rejection(rawOn(json({})).raw.GET("/visits/{id}", { params, signal }))).toBeInstanceOf(AbortedError);
  });
});

describe("the body of a raw answer", () => {
  function stalling() {
    let cancelled = false;
    const body = new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode('{"id":')),
      cancel() {
        cancelled = true;
      },
    });
    return { answer: () => new Response(body), isCancelled: () => cancelled };
  }

  test("is bound by the limit between two chunks", async () => {
    const clock = new ManualClock();
    const { answer, isCancelled } = stalling();
    const result = rejection(rawOn(answer, { clock }).raw.GET("/visits/{id}", { params }));
    await clock.advance(30_000);
    expect(await result).toBeInstanceOf(TimeoutError);
    expect([isCancelled(), clock.timers.size]).toEqual([true, 0]);
  });

  test("ends with the caller's abort", async () => {
    const clock = new ManualClock();
    const controller = new AbortController();
    const { answer, isCancelled } = stalling();
    const result = rejection(rawOn(answer, { clock }).raw.GET("/visits/{id}", { params, signal: controller.signal }));
    await clock.advance(1);
    controller.abort();
    expect(await result).toBeInstanceOf(AbortedError);
    expect([isCancelled(), clock.timers.size]).toEqual([true, 0]);
  });

  test("can be read as a stream, and given up", async () => {
    const clock = new ManualClock();
    const { answer, isCancelled } = stalling();
    const { data } = await rawOn(answer, { clock }).raw.GET("/visits/{id}", { params, parseAs: "stream" });
    const reader = (data as ReadableStream<Uint8Array>).getReader();
    expect(new TextDecoder().decode((await reader.read()).value)).toBe('{"id":');
    await reader.cancel();
    expect([isCancelled(), clock.timers.size]).toEqual([true, 0]);
  });

  test("that breaks off is a ConnectionError", async () => {
    const body = new ReadableStream({
      pull(controller) {
        controller.error(new TypeError("terminated"));
      },
    });
    const result = rawOn(() => new Response(body)).raw.GET("/visits/{id}", { params });
    expect(await rejection(result)).toBeInstanceOf(ConnectionError);
  });
});
