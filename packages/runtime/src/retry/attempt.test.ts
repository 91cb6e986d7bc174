import { describe, expect, test } from "vitest";
import type { Answer } from "../../test/support/client.ts";
import { ok, retrying, row, status } from "../../test/support/retrying.ts";
import type { CallOptions } from "../call-options.ts";
import type { CoreOptions } from "../core.ts";
import { coreOf, engineOf } from "../engine.ts";
import { RateLimitQueueError } from "../errors/rate-limit-queue-error.ts";
import { type OperationFunction, operation } from "../operation.ts";
import type { OperationRow } from "../operation-row.ts";
import type { Limiter } from "../rate-limit/limiter.ts";
import { sameOrigin } from "../transport/redirect.ts";

describe("the limiter", () => {
  function limited(answers: Answer | Answer[], limiter: Limiter, options: Partial<CoreOptions> = {}) {
    const client = retrying(answers, options);
    const core = coreOf({ ...engineOf(client.core), limiter });
    return {
      ...client,
      run: async (callOptions?: CallOptions, more: Partial<OperationRow> = {}) => {
        const outcome = operation<OperationFunction>({ ...row, ...more }).safe(core, {}, callOptions);
        await client.clock.advance(1000);
        return outcome;
      },
    };
  }

  /** A limiter that gives every turn at once and keeps a record. */
  function recorder() {
    const record: unknown[] = [];
    const limiter: Limiter = {
      async enter(call, _, priority, maxWaitMs) {
        record.push(["enter", call.attempts, priority, maxWaitMs]);
        return { queuedMs: 7, leave: (response) => record.push(["leave", response?.status]) };
      },
    };
    return { record, limiter };
  }

  test("is asked before each attempt and gets every turn back, with the answer or without", async () => {
    const { record, limiter } = recorder();
    const outcome = await limited([status(503), new Error("ECONNRESET"), ok], limiter).run();
    expect(outcome).toMatchObject({ ok: true, meta: { queuedMs: 21, totalDelayMs: 100 } });
    expect(record).toEqual([
      ["enter", 0, 1, undefined],
      ["leave", 503],
      ["enter", 1, 1, undefined],
      ["leave", undefined],
      ["enter", 2, 1, undefined],
      ["leave", 200],
    ]);
  });

  test("hears the priority and the longest wait of a call, and is not asked where the call wants no turn", async () => {
    const { record, limiter } = recorder();
    const { run } = limited(ok, limiter);
    await run({ priority: 0, rateLimit: { maxWaitMs: 5 } });
    expect(record[0]).toEqual(["enter", 0, 0, 5]);
    record.length = 0;
    expect(await run({ rateLimit: false })).toMatchObject({ ok: true, meta: { queuedMs: 0 } });
    expect(record).toEqual([]);
  });

  test("gets its turn back when there are no credentials", async () => {
    const { record, limiter } = recorder();
    const auth = () => Promise.reject(new Error("no"));
    expect((await limited(ok, limiter, { auth }).run()).ok).toBe(false);
    expect(record).toEqual([
      ["enter", 0, 1, undefined],
      ["leave", undefined],
    ]);
  });

  test("gets the answer of the server, not that of where it redirects to", async () => {
    const { record, limiter } = recorder();
    const away = new Response(null, { status: 302, headers: { location: "/y" } });
    expect(await limited([away, ok], limiter).run({}, { redirects: sameOrigin })).toMatchObject({ ok: true });
    expect(record.slice(1)).toEqual([["leave", 302]]);
  });

  test("that refuses ends the call, and the refusal is not repeated", async () => {
    let asked = 0;
    const limiter: Limiter = {
      async enter(call) {
        asked++;
        throw new RateLimitQueueError(call, "full", { rateClass: "x", retryAfterMs: 5, retryable: true });
      },
    };
    const { run, sent } = limited(ok, limiter);
    expect(await run()).toMatchObject({ status: 0, error: { code: "rate_limit_queue" } });
    expect([asked, sent.length]).toEqual([1, 0]);
  });
});
