import { describe, expect, test } from "vitest";
import { rejection } from "../../test/support/client.ts";
import { createCore } from "../core.ts";
import { isConnectionError } from "../errors/transport/connection-error.ts";
import { request } from "../raw/request.ts";
import { fakeClock } from "./fake-clock.ts";
import type { MockAnswer } from "./mock-answer.ts";
import { mockTransport } from "./mock-transport.ts";

const url = "https://api.museum.test/visits?page=2";

test("gives the answers in their order, and records what was sent", async () => {
  const transport = mockTransport([
    { json: { id: 1 }, headers: { "x-request-id": "r1" } },
    new Response("second", { status: 201 }),
    ({ method, headers }) => ({ body: `${method} ${headers.get("x-room")}` }),
  ]);
  const first = await transport(url, {});
  expect([first.status, first.headers.get("content-type"), await first.json()]).toEqual([
    200,
    "application/json",
    { id: 1 },
  ]);
  expect(await (await transport(url, {})).text()).toBe("second");
  const third = await transport(url, { method: "PUT", headers: { "X-Room": "7" }, body: "x" });
  expect(await third.text()).toBe("PUT 7");
  expect(transport.remaining()).toBe(0);
  expect(transport.requests.map(({ method, origin, body }) => [method, origin, body])).toEqual([
    ["GET", "https://api.museum.test", undefined],
    ["GET", "https://api.museum.test", undefined],
    ["PUT", "https://api.museum.test", "x"],
  ]);
});

test("says which request was one too many, without its query, and a client passes that on unrepeated", async () => {
  const transport = mockTransport([]);
  const core = createCore({
    name: "museum",
    version: "1.0.0",
    auth: "museum-token-0123456789",
    baseUrl: "https://api.museum.test",
    fetch: transport,
    clock: fakeClock(),
  });
  const error = await rejection(request(core, "GET", "/visits", { query: { page: 2 } }));
  expect(`${error}`).toMatch("has 0 answers and is over; request 1 is GET https://api.museum.test/visits");
  expect(`${error}`).not.toContain("page");
  expect(transport.requests.length).toBe(1);
});

test("gives the same Response twice where it stands in the script twice", async () => {
  const answer = new Response("again");
  const transport = mockTransport([answer, answer]);
  expect(await (await transport(url, {})).text()).toBe("again");
  expect(await (await transport(url, {})).text()).toBe("again");
});

describe("a connection", () => {
  test.each(["dns", "refused", "reset", "tls"] as const)(
    "that fails with %s is told as such by a client",
    async (kind) => {
      const clock = fakeClock();
      const core = createCore({
        name: "museum",
        version: "1.0.0",
        auth: "museum-token-0123456789",
        baseUrl: "https://api.museum.test",
        fetch: mockTransport([kind, kind, kind]),
        clock,
      });
      const error = await rejection(clock.finish(request(core, "GET", "/visits")));
      expect(isConnectionError(error) && error.kind).toBe(kind);
    },
  );

  test("throws the error of the script as it is", async () => {
    const error = new TypeError("fetch failed");
    expect(await rejection(mockTransport([error])(url, {}))).toBe(error);
  });
});

describe("an abort", () => {
  const steps: Record<string, MockAnswer> = {
    "headers that never come": "stall",
    "a function that never answers": () => new Promise<Response>(() => {}),
    "a body that stalls": { body: "0123456789", cut: { afterBytes: 4, by: "stall" } },
    "a slow body": { body: "0123456789", drip: { bytes: 2, everyMs: 1_000, clock: fakeClock() } },
  };
  test.each(Object.keys(steps))("ends %s with its reason", async (name) => {
    const controller = new AbortController();
    const reason = new Error("enough");
    const step = steps[name];
    const work = mockTransport(step ? [step] : [])(url, { signal: controller.signal }).then((response) =>
      response.text(),
    );
    const ended = rejection(work);
    await fakeClock().advance(0);
    controller.abort(reason);
    expect(await ended).toBe(reason);
  });

  test("that came before sends nothing", async () => {
    const transport = mockTransport([{ json: {} }]);
    expect(await rejection(transport(url, { signal: AbortSignal.abort("early") }))).toBe("early");
    expect(transport.requests).toEqual([]);
  });
});

describe("a body", () => {
  async function chunks(answer: MockAnswer): Promise<{ text: string[]; error?: unknown }> {
    const text: string[] = [];
    const reader = (await mockTransport([answer])(url, {})).body?.getReader();
    try {
      for (;;) {
        const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
        if (done) return { text };
        text.push(new TextDecoder().decode(value));
      }
    } catch (error) {
      return { text, error };
    }
  }

  test("is cut after so many bytes, with what fetch throws then", async () => {
    const { text, error } = await chunks({ body: "0123456789", cut: { afterBytes: 4, by: "reset" } });
    expect(text).toEqual(["0123"]);
    expect(error).toMatchObject({ message: "terminated", cause: { code: "ECONNRESET" } });
  });

  test("can be cut before its first byte", async () => {
    expect(await chunks({ body: "0123456789", cut: { afterBytes: 0, by: "reset" } })).toMatchObject({ text: [] });
  });

  test("comes in pieces at the pace of the clock", async () => {
    const clock = fakeClock();
    const startMs = clock.now();
    const work = chunks({ body: "0123456789", drip: { bytes: 4, everyMs: 1_000, clock } });
    expect(await clock.finish(work)).toEqual({ text: ["0123", "4567", "89"] });
    expect([clock.now() - startMs, clock.pending()]).toEqual([3_000, 0]);
  });

  test("leaves no timer when its reader stops", async () => {
    const clock = fakeClock();
    const answer = await mockTransport([{ body: "0123", drip: { bytes: 1, everyMs: 10, clock } }])(url, {});
    const reader = answer.body?.getReader();
    const read = reader?.read();
    await clock.advance(0);
    expect(clock.pending()).toBe(1);
    await reader?.cancel();
    await read;
    expect(clock.pending()).toBe(0);
  });
});
