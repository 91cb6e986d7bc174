import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { json } from "../../test/support/client.ts";
import { ok, retrying, status } from "../../test/support/retrying.ts";
import { ConnectionError } from "../errors/transport/connection-error.ts";
import { inPath, inQuery } from "../request/place.ts";
import { xRateLimit } from "../response/rate-limit-state.ts";
import type { AttemptEvent } from "./attempt-event.ts";

/** A client that keeps what its listener is told. */
function listening(answers: Parameters<typeof retrying>[0], options: Parameters<typeof retrying>[1] = {}) {
  const events: AttemptEvent[] = [];
  const client = retrying(answers, { onAttempt: (event) => events.push(event), ...options });
  return { ...client, events };
}

describe("a listener of attempts", () => {
  test("is told of each attempt with what came of it, and when the next one follows", async () => {
    const { run, events } = listening([status(503), new Error("ECONNRESET"), ok]);
    await run();
    expect(events.map(({ attempts, status, retryInMs }) => [attempts, status, retryInMs])).toEqual([
      [1, 503, 50],
      [2, undefined, 50],
      [3, 200, undefined],
    ]);
    expect(events[0]).toMatchObject({ operationId: "getVisit", method: "GET", urlTemplate: "/visits" });
    expect(events.map(({ error }) => error instanceof ConnectionError)).toEqual([false, true, false]);
    expect(events[2]).toMatchObject({ totalDelayMs: 100 });
  });

  test("is told of the attempt that was refused for old credentials, after which another one follows at once", async () => {
    let token = 0;
    const auth = () => ({ authorization: `Bearer token-number-${++token}` });
    const { run, events } = listening([status(401), ok], { auth });
    await run();
    expect(events.map(({ status, retryInMs }) => [status, retryInMs])).toEqual([
      [401, 0],
      [200, undefined],
    ]);
  });

  test("is told what the answer said of its rate limit, also where nothing is paced", async () => {
    const headers = { "x-ratelimit-limit": "120", "x-ratelimit-remaining": "7", "x-ratelimit-reset": "60" };
    const rateLimit = { name: "normal", quota: 120, windowMs: 60_000, headers: xRateLimit };
    for (const mode of ["observe", "pace"] as const) {
      const { run, events } = listening(json({}, 200, headers), { rateLimit: { mode } });
      await run({ rateLimit });
      expect(events[0]?.rateLimit).toMatchObject({ rateClass: "normal", limit: 120, remaining: 7 });
    }
  });

  test.each([
    [
      "throws",
      () => {
        throw new Error("listener");
      },
    ],
    [
      "rejects",
      async () => {
        throw new Error("listener");
      },
    ],
    ["is no function", "log" as never],
  ])("that %s changes nothing", async (_, onAttempt) => {
    const { run } = listening([status(503), ok], { onAttempt });
    expect(await run()).toMatchObject({ ok: true, data: { id: 5 } });
  });

  test("sees no value of the call: no address, query, header or credential", async () => {
    const { run, events } = listening(
      [new Error("connect to https://api.museum.test/visits/secret-path?key=secret-query"), ok],
      { auth: "secret-bearer-token" },
    );
    const params = { id: { in: inPath, type: "string" }, key: { in: inQuery, type: "string" } } as const;
    await run(
      { path: "/visits/{id}", params, sensitive: { path: ["id"], query: ["key"] } },
      {},
      {
        id: "secret-path",
        key: "secret-query",
      },
    );
    expect(events).toHaveLength(2);
    expect(inspect(events, { depth: 9 }) + JSON.stringify(events)).not.toMatch(/secret-/);
  });
});
