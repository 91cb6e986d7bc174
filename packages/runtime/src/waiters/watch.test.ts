import { describe, expect, test } from "vitest";
import { clientWith, json, rejection } from "../../test/support/client.ts";
import type { WaiterError } from "../errors/waiter/waiter-error.ts";
import { inPath, type JobRow, type OperationFunction, type OperationRow, operation } from "../index.ts";
import { asJson } from "../response/as-json.ts";
import { fakeClock } from "../testing/index.ts";
import { waitFunction } from "./wait-function.ts";

const row: OperationRow = {
  id: "getPrint",
  method: "GET",
  path: "/prints/{id}",
  params: { id: { in: inPath, type: "string" } },
  sensitive: { path: ["id"] },
  parse: asJson,
};
const job: JobRow = {
  status: { operationId: "getPrint", param: "path.id", state: "/status" },
  states: { running: {}, complete: { end: "success" } },
  poll: { everyMs: 2_000, factor: 1.5, maxMs: 15_000, timeoutMs: 600_000 },
  result: ["/data"],
};
const wait = waitFunction({ row: job, operation: row, status: operation<OperationFunction>(row), statusParam: "id" });

function waitOn(...answers: Response[]) {
  const clock = fakeClock();
  const startedAt = clock.now();
  const { core, sent } = clientWith(answers, { clock });
  const ended = clock.finish(wait(core, { id: "print-0123456789" }, { maxWaitMs: 600_000 }).done());
  return { ended, sent, waitedMs: () => clock.now() - startedAt };
}

describe("a poll that is told to come back", () => {
  test.each([
    [429, "RateLimitError"],
    [503, "ServerError"],
  ])("in a day, by a %d, ends the wait at once, and the error says how long", async (status, name) => {
    const { ended, sent, waitedMs } = waitOn(json({ message: "busy" }, status, { "retry-after": "86400" }));
    const error = (await rejection(ended)) as WaiterError;
    expect(error).toMatchObject({ name: "WaiterError", cause: { name, retryAfterMs: 86_400_000 } });
    expect(error.message).toContain(`${status} busy, retry in 86400 s`);
    expect([sent.length, waitedMs()]).toEqual([1, 0]);
  });

  test("in two minutes is sent again after them, and one second more is too long", async () => {
    const done = json({ status: "complete", data: 5 });
    const patient = waitOn(json({}, 429, { "retry-after": "120" }), done);
    expect(await patient.ended).toBe(5);
    expect(patient.waitedMs()).toBe(120_000);
    expect(await rejection(waitOn(json({}, 429, { "retry-after": "121" }), done).ended)).toMatchObject({
      name: "WaiterError",
    });
  });

  test("by an answer that tells a state waits as long as that says, up to the end of the wait", async () => {
    const running = (seconds: string) => json({ status: "running" }, 200, { "retry-after": seconds });
    const { ended, waitedMs } = waitOn(running("300"), json({ status: "complete", data: 5 }));
    expect(await ended).toBe(5);
    expect(waitedMs()).toBe(300_000);
    expect(await rejection(waitOn(running("86400")).ended)).toMatchObject({ name: "WaiterTimeoutError" });
  });
});

describe("a wait shows no secret", () => {
  test("in a state that its document does not know: neither a credential, nor its own input, nor a query", async () => {
    const words = "museum-token-0123456789 print-0123456789 https://museum.test/a?sig=hidden";
    const error = (await rejection(waitOn(json({ status: words })).ended)) as WaiterError;
    expect(error).toMatchObject({ name: "WaiterTimeoutError", state: "[secret] [secret] https://museum.test/a" });
    expect(Object.keys(error.tally)).toEqual(["[secret] [secret] https://museum.test/a"]);
  });

  test("in the states that its document knows, which are shown as they are", async () => {
    expect(await rejection(waitOn(json({ status: "running" })).ended)).toMatchObject({ state: "running" });
  });

  test("in a cause, which is left out where it would", async () => {
    const start = operation<OperationFunction>({ ...row, id: "startPrint", method: "POST", path: "/prints" });
    const sensitive = { query: ["sig"] };
    const started = waitFunction({
      row: { ...job, start: { id: "/id" } },
      operation: { ...row, sensitive },
      start: { full: (core) => start.full(core, {}) },
      status: operation<OperationFunction>({ ...row, sensitive }),
      statusParam: "id",
    });
    const causeWith = async (message: string) => {
      const { core } = clientWith([json({ id: "p1" }), json({ message }, 404)]);
      const error = (await rejection(started(core, { sig: "hidden-signature" }).done())) as WaiterError;
      expect(error.message).not.toContain("hidden-signature");
      return error.cause;
    };
    expect(await causeWith("no such print")).toMatchObject({ status: 404 });
    expect(await causeWith("no such print for hidden-signature")).toBeUndefined();
  });
});
