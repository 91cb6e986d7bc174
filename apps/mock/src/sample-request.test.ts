import { expect, test } from "vitest";
import { curlLine } from "./curl-line.ts";
import { sampleRequest } from "./sample-request.ts";

const ok = { "200": { content: { "application/json": {} } } };
const at = (path: string, get: object, more: object = {}): ReturnType<typeof sampleRequest> =>
  sampleRequest({ paths: { [path]: { get: { responses: ok, ...get } } }, ...more });
const idOf = (parameter: object): string | undefined =>
  at("/exhibits/{id}", { parameters: [{ name: "id", in: "path", required: true, ...parameter }] })?.target;

test("takes a path value from the example, the examples, the enum or the default, in this order", () => {
  const schema = { type: "string", enum: ["amber"], default: "jet" };
  expect(idOf({ example: "opal", schema })).toBe("/exhibits/opal");
  expect(idOf({ examples: { first: { value: "pearl" } }, schema })).toBe("/exhibits/pearl");
  expect(idOf({ schema })).toBe("/exhibits/amber");
  expect(idOf({ schema: { type: "string", default: "jet" } })).toBe("/exhibits/jet");
});

test("makes up the plainest value that the schema allows, and none where a pattern rules", () => {
  expect(idOf({ schema: { type: ["integer", "null"], minimum: 5 } })).toBe("/exhibits/5");
  expect(idOf({ schema: { type: "string" } })).toBe("/exhibits/example");
  expect(idOf({ schema: { type: "string", format: "uuid" } })).toMatch(/[\d-]{36}$/);
  expect(idOf({ schema: { type: "string", pattern: "^ex_" } })).toBeUndefined();
  expect(idOf({ schema: { type: "array" } })).toBeUndefined();
});

test("passes over what needs more than its path, and what answers no 200", () => {
  const required = { required: true, schema: { type: "string" } };
  expect(at("/a", { parameters: [{ name: "q", in: "query", ...required }] })).toBeUndefined();
  expect(at("/a", { parameters: [{ name: "X-Hall", in: "header", ...required }] })).toBeUndefined();
  expect(at("/a", { parameters: [{ name: "Content-Type", in: "header", ...required }] })?.target).toBe("/a");
  expect(at("/a", { responses: { "204": {} } })).toBeUndefined();
  expect(sampleRequest({ paths: { "/a": { post: { responses: ok } } } })).toBeUndefined();
});

test("prefers an answer in JSON to a file", () => {
  const file = { responses: { "200": { content: { "application/zip": {} } } } };
  const paths = { "/file": { get: file }, "/list": { get: { responses: ok } } };
  expect(sampleRequest({ paths })?.target).toBe("/list");
  expect(sampleRequest({ paths: { "/file": { get: file } } })?.target).toBe("/file");
});

test.for([
  [{ type: "http", scheme: "bearer" }, { Authorization: "Bearer test-token" }],
  [{ type: "http", scheme: "Basic" }, { Authorization: "Basic dGVzdDp0ZXN0" }],
  [{ type: "oauth2" }, { Authorization: "Bearer test-token" }],
  [{ type: "apiKey", in: "header", name: "X-Key" }, { "X-Key": "test-token" }],
  [{ type: "apiKey", in: "cookie", name: "sid" }, { Cookie: "sid=test-token" }],
] as const)("sends credentials for %j", ([scheme, headers]) => {
  const more = { security: [{ it: [] }], components: { securitySchemes: { it: scheme } } };
  expect(at("/a", {}, more)?.headers).toEqual(headers);
  expect(at("/a", { security: [] }, more)?.headers).toEqual({});
});

test("sends a key in the query, and gives up on a scheme of an unknown kind", () => {
  const security = [{ it: [] }];
  const key = { type: "apiKey", in: "query", name: "key" };
  expect(at("/a", {}, { security, components: { securitySchemes: { it: key } } })?.target).toBe("/a?key=test-token");
  expect(at("/a", {}, { security, components: { securitySchemes: { it: { type: "mutualTLS" } } } })).toBeUndefined();
});

test("a curl line survives the shell and the URL", () => {
  const line = curlLine("http://127.0.0.1:4810", {
    target: `/visits/${encodeURIComponent("o'hara & sons")}`,
    headers: { "X-Key": "test" },
  });
  expect(line).toBe("curl -H 'X-Key: test' 'http://127.0.0.1:4810/visits/o'\\''hara%20%26%20sons'");
});
