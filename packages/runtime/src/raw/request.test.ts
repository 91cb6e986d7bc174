import { expect, test } from "vitest";
import { clientWith, json, rejection } from "../../test/support/client.ts";
import { NotFoundError } from "../errors/api/not-found-error.ts";
import { DecodeError } from "../errors/decode-error.ts";
import { HostNotAllowedError } from "../errors/request/host-not-allowed-error.ts";
import { RequestError } from "../errors/request/request-error.ts";
import { SerializationError } from "../errors/request/serialization-error.ts";
import { UnsafePathError } from "../errors/request/unsafe-path-error.ts";
import { AbortedError } from "../errors/transport/aborted-error.ts";
import { ConnectionError } from "../errors/transport/connection-error.ts";
import { request } from "./request.ts";

test("sends any method to any path below the base URL, with credentials", async () => {
  const { core, sent } = clientWith(json({ a: 1 }), { baseUrl: "https://api.museum.test/base" });
  const input = { query: { ids: [1, 2], body: "b", no: undefined }, body: { c: 1 }, headers: { "X-Room": "north" } };
  expect(await request(core, "PURGE", "/v9/rooms/", input)).toEqual({ a: 1 });
  expect(sent[0]).toMatchObject({
    url: "https://api.museum.test/base/v9/rooms/?ids=1&ids=2&body=b",
    init: {
      method: "PURGE",
      body: '{"c":1}',
      headers: {
        "content-type": "application/json",
        "x-room": "north",
        authorization: "Bearer museum-token-0123456789",
      },
    },
  });
});

test.each([
  ["a=1", "text/plain", "a=1"],
  [new URLSearchParams("a=1"), "application/x-www-form-urlencoded", new URLSearchParams("a=1")],
  [new Uint8Array([1]), "application/octet-stream", new Uint8Array([1])],
  [new FormData(), undefined, new FormData()],
  [undefined, undefined, undefined],
])("sends the body %o with the type %s", async (body, type, sentBody) => {
  const { core, sent } = clientWith(json({}));
  await request(core, "POST", "/x", { body });
  expect(sent[0]?.init.body).toEqual(sentBody);
  expect(sent[0]?.headers.get("content-type") ?? undefined).toBe(type);
});

test.each([
  [json({ a: 1 }), { a: 1 }],
  [new Response('{"a":1}', { headers: { "content-type": "application/problem+json" } }), { a: 1 }],
  [new Response("a", { headers: { "content-type": "text/csv" } }), "a"],
  [new Response(null, { status: 204 }), undefined],
])("reads %o by its content type", async (answer, data) => {
  expect(await request(clientWith(answer).core, "GET", "/x")).toEqual(data);
});

test("reads any other type as a Blob", async () => {
  const answer = new Response("PK", { headers: { "content-type": "application/zip" } });
  expect(await ((await request(clientWith(answer).core, "GET", "/x")) as Blob).text()).toBe("PK");
});

test.each([
  ["https://other.test/x", HostNotAllowedError],
  ["https://api.museum.test/x", RequestError],
  ["x", RequestError],
  ["", RequestError],
  [undefined as unknown as string, RequestError],
  ["/a/../b", UnsafePathError],
  ["/a/%2e%2E", UnsafePathError],
  ["/a/./b", UnsafePathError],
  ["/a//b", UnsafePathError],
  ["//other.test/x", UnsafePathError],
  ["/\\other.test/x", UnsafePathError],
  ["/a?b=1", UnsafePathError],
  ["/a#b", UnsafePathError],
  ["/a\n", UnsafePathError],
])("refuses the path %j before anything is sent", async (path, type) => {
  const { core, sent } = clientWith(json({}));
  const error = await rejection(request(core, "GET", path));
  expect(error).toBeInstanceOf(type);
  expect(sent).toEqual([]);
});

test.each([
  ["a method in small letters", ["get", "/x"], RequestError],
  ["null in the query", ["GET", "/x", { query: { a: null } }], RequestError],
  ["half a surrogate pair in the query", ["GET", "/x", { query: { "\ud800": 1 } }], SerializationError],
  ["a function for a body", ["POST", "/x", { body: () => 1 }], RequestError],
  ["a line break in a header", ["GET", "/x", { headers: { a: "b\nc" } }], SerializationError],
  ["an aborted signal", ["GET", "/x", {}, { signal: AbortSignal.abort() }], AbortedError],
] as const)("refuses %s", async (_, [method, path, ...rest], type) => {
  const { core, sent } = clientWith(json({}));
  expect(await rejection(request(core, method, path, ...(rest as [])))).toBeInstanceOf(type);
  expect(sent).toEqual([]);
});

test("throws what an operation would throw", async () => {
  expect(await rejection(request(clientWith(json({}, 404)).core, "GET", "/x"))).toBeInstanceOf(NotFoundError);
  expect(await rejection(request(clientWith(new Error("refused")).core, "GET", "/x"))).toBeInstanceOf(ConnectionError);
  const broken = new Response("{", { headers: { "content-type": "application/json" } });
  const error = await rejection(request(clientWith(broken).core, "GET", "/x"));
  expect(error).toBeInstanceOf(DecodeError);
  expect(error).toMatchObject({ operationId: undefined, method: "GET", urlTemplate: "/x" });
});
