import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type ApiError,
  asJson,
  type Core,
  createCore,
  type DecodeError,
  isDecodeError,
  isServerError,
  type OperationFunction,
  operation,
} from "../src/index.ts";
import { createRaw, request } from "../src/raw/index.ts";
import { rejection } from "./support/client.ts";

const MIB = 1_048_576;
const JSON_TYPE = { "content-type": "application/json" };
const hostile = String.raw`{"a":{"__proto__":{"admin":true},"b":1},"\u005f_proto__":{"admin":true},"c":[{"__proto__":1}]}`;
/** The same key with nothing else that would give it away. */
const escaped = String.raw`{"\u005F_prot\u006f__":{"admin":true},"a":1}`;
/** 8 MiB of blanks, which JSON may begin with, in a few kilobytes. A body of gzip may have any number of them. */
const blanks = gzipSync(Buffer.alloc(8 * MIB, " "));

/** Bytes that the last endless answer has taken before its connection was closed. */
let taken = 0;

/** Writes for as long as somebody reads. */
function endless(response: ServerResponse): void {
  taken = 0;
  const chunk = Buffer.alloc(65_536, "x");
  const write = () => {
    while (!response.destroyed) {
      taken += chunk.length;
      if (!response.write(chunk)) return void response.once("drain", write);
    }
  };
  write();
}

const answers: Record<string, (response: ServerResponse) => void> = {
  "/hostile": (response) => void response.writeHead(200, JSON_TYPE).end(hostile),
  "/escaped": (response) => void response.writeHead(200, JSON_TYPE).end(escaped),
  "/refused": (response) => void response.writeHead(400, JSON_TYPE).end(hostile),
  "/bomb": (response) => {
    response.writeHead(200, { ...JSON_TYPE, "content-encoding": "gzip" });
    response.end(Buffer.concat(Array.from({ length: 20 }, () => blanks)));
  },
  "/endless": (response) => endless(response.writeHead(500, { "content-type": "text/plain" })),
};
const server = createServer(({ url }, response) => answers[url ?? ""]?.(response));
let core: Core;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  core = createCore({ name: "museum", version: "1", auth: "museum-token-0123456789", baseUrl, retry: false });
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** Both ways to get a decoded body, of a path. */
const ways: [string, (path: string) => Promise<unknown>][] = [
  ["an operation", (path) => operation<OperationFunction>({ id: "get", method: "GET", path, parse: asJson })(core)],
  ["request", (path) => request(core, "GET", path)],
];

/** Every key of a value, at any depth. */
function keysOf(value: unknown): string[] {
  if (Object(value) !== value) return [];
  return Object.entries(value as object).flatMap(([key, member]) => [key, ...keysOf(member)]);
}

test("JSON that raw reads is given up at 100 MiB, counted after it is unpacked", async () => {
  const raw = createRaw<{ "/bomb": { get: { responses: { 200: { content: { "application/json": unknown } } } } } }>(
    core,
  );
  const error = await rejection(raw.GET("/bomb"));
  expect(isDecodeError(error)).toBe(true);
});

describe.each(ways)("a hostile body that %s reads", (_, read) => {
  test("brings no key that would change a prototype, in a success and in an error", async () => {
    const { body } = (await rejection(read("/refused"))) as ApiError;
    for (const data of [await read("/hostile"), body]) {
      expect(keysOf(data).sort()).toEqual(["0", "a", "b", "c"]);
      expect(Object.assign({}, data, (data as { a: object }).a)).not.toHaveProperty("admin");
    }
    expect({}).not.toHaveProperty("admin");
  });

  test("brings none whose name is escaped in every way", async () => {
    expect(keysOf(await read("/escaped"))).toEqual(["a"]);
  });

  test("is given up at 100 MiB, counted after it is unpacked", async () => {
    const error = await rejection(read("/bomb"));
    expect(isDecodeError(error)).toBe(true);
    expect((error as DecodeError).message).toContain("100 MiB of application/json");
  });

  test("of an error is given up at a MiB, and its connection closed", async () => {
    const error = await rejection(read("/endless"));
    expect(isServerError(error) && error.bodyText.length).toBe(65_536);
    // What the sockets hold on both sides comes on top.
    expect(taken).toBeLessThan(24 * MIB);
  });
});
