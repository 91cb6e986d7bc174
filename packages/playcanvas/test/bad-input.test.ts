import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { recordRequests } from "@fairlead/contract";
import { describe, expect, it } from "vitest";
import {
  AuthError,
  ConnectionError,
  createPlayCanvas,
  DecodeError,
  type PlayCanvas,
  RequestError,
  UnsafePathError,
} from "../src/index.ts";

const token = "a-secret-token";

describe("making a client", () => {
  for (const auth of [undefined, "", " ", "two words"]) {
    it(`refuses ${JSON.stringify(auth)} as a token`, () => {
      expect(() => createPlayCanvas({ auth })).toThrow(AuthError);
    });
  }
  for (const baseUrl of ["http://playcanvas.com", "playcanvas.com", "https://user:word@playcanvas.com", "ftp://a.b"]) {
    it(`refuses ${baseUrl} as the server`, () => {
      expect(() => createPlayCanvas({ auth: token, baseUrl })).toThrow(RequestError);
    });
  }
});

describe("input that is refused before anything is sent", () => {
  const calls: [what: string, error: typeof RequestError, call: (pc: PlayCanvas) => Promise<unknown>][] = [
    ["a file name that climbs", UnsafePathError, (pc) => file(pc, "../../jobs/1")],
    ["a file name of dots", UnsafePathError, (pc) => file(pc, "..")],
    ["encoded dots", UnsafePathError, (pc) => file(pc, "%2e%2e")],
    ["a slash", UnsafePathError, (pc) => file(pc, "a/b.js")],
    ["an empty file name", UnsafePathError, (pc) => file(pc, "")],
    ["the colon of the vendor's notation", RequestError, (pc) => pc.jobs.get({ id: ":1234" as never })],
    ["an id that is no whole number", RequestError, (pc) => pc.jobs.get({ id: 1.5 })],
    ["a missing id", RequestError, (pc) => pc.jobs.get({} as never)],
    ["a misspelt parameter", RequestError, (pc) => pc.apps.list({ projectId: 1, limits: 5 } as never)],
    ["a missing body", RequestError, (pc) => pc.apps.download({} as never)],
    ["a body of text", RequestError, (pc) => pc.apps.download({ body: "project 1" as never })],
  ];
  for (const [what, type, call] of calls) {
    it(`${what} is a ${type.name}`, async () => {
      await using server = await recordRequests(200, {});
      const pc = createPlayCanvas({ auth: token, baseUrl: server.url });
      const error = await call(pc).then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      expect(error).toBeInstanceOf(type);
      expect(String(error)).toContain("nothing was sent");
      expect(server.requests).toEqual([]);
    });
  }
});

describe("answers that are none", () => {
  it("a page of HTML with status 200 is a DecodeError with status, content type and the first bytes", async () => {
    const server = createServer((_request, response) => {
      response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><title>Sign in</title>");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const result = await createPlayCanvas({ auth: token, baseUrl }).jobs.get.safe({ id: 5120 });
    server.close();
    expect(result.ok ? result.data : result.error).toBeInstanceOf(DecodeError);
    expect(result).toMatchObject({ ok: false, status: 0, error: { status: 200, contentType: "text/html" } });
    expect(!result.ok && result.error.message).toContain("<!doctype html><title>Sign in");
  });

  it("a mock that is not there is a ConnectionError that names the origin", async () => {
    const server = await recordRequests(200, {});
    await server[Symbol.asyncDispose]();
    const error = await createPlayCanvas({ auth: token, baseUrl: server.url })
      .jobs.get({ id: 5120 }, { retry: false })
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ConnectionError);
    expect(String(error)).toContain(`GET /api/jobs/{id}: no answer from ${server.url} (refused)`);
    expect(String(error)).not.toContain(token);
  });
});

/** Downloads a file by a name that may be hostile. */
function file(pc: PlayCanvas, filename: string): Promise<unknown> {
  return pc.assets.getFile({ assetId: 88, filename, branchId: "master" });
}
