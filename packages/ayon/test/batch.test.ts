import { isAbortedError, isNotFoundError, isRequestError, isWaiterTimeoutError } from "@fairlead/ayon";
import {
  applyBatch,
  applyBatchInBackground,
  BatchError,
  type BatchOperation,
  isBatchError,
  newId,
} from "@fairlead/ayon/helpers";
import { type AyonOptions, createAyonCore } from "@fairlead/ayon/operations";
import type { Core } from "@fairlead/runtime";
import { fakeClock } from "@fairlead/runtime/testing";
import { describe, expect, it } from "vitest";
import { failure } from "./failure.ts";

const project_name = "harbour_short";
const versionId = newId();
const operations: BatchOperation[] = [
  { type: "create", entityType: "version", entityId: versionId, data: { version: 2, productId: newId() } },
  { type: "create", entityType: "representation", data: { name: "exr", versionId } },
  { type: "update", entityType: "folder", entityId: newId(), data: { label: "Shot 010" }, force: true },
  { type: "delete", entityType: "task", entityId: newId(), asUser: "producer" },
];

interface Sent {
  readonly operations: {
    readonly id: string;
    readonly type: string;
    readonly entityType: string;
    readonly entityId?: string;
  }[];
  readonly canFail?: boolean;
}

/** A client of a server that answers each request by a function; `sent` are the bodies. */
function clientOf(answer: (body: Sent, count: number) => unknown, more: Partial<AyonOptions> = {}) {
  const sent: { path: string; body: Sent }[] = [];
  const fetch = async (url: string, init: RequestInit) => {
    const body = init.body ? JSON.parse(`${init.body}`) : undefined;
    sent.push({ path: `${init.method} ${new URL(url).pathname}`, body });
    const reply = answer(body, sent.length);
    return reply instanceof Response ? reply : Response.json(reply, { headers: { "x-request-id": "r-1" } });
  };
  const options = {
    baseUrl: "https://ayon.example.com",
    auth: "a-token-0123456789",
    retry: false,
    fetch,
    ...more,
  } as const;
  return { core: createAyonCore(options) as Core, sent };
}

/** What the server says: the first results succeed, then one fails, and the rest is as the mode wants it. */
function answerTo({ operations: items, canFail = false }: Sent, failing?: number) {
  const results = items.map(({ id, type, entityType, entityId = null }, index) => {
    const isFailed = index === failing;
    const status = isFailed ? 409 : type === "create" ? 201 : 204;
    const [errorCode, detail] = isFailed ? ["unique-violation", "Key (name, version_id) exists"] : [null, null];
    const made = entityId ?? (isFailed ? null : "5f0e6b2ab8d511f19c4e0a58c3d27b42");
    return { id, type, entityType, entityId: made, success: !isFailed, status, errorCode, detail };
  });
  const tried = failing === undefined || canFail ? results : results.slice(0, failing + 1);
  return { operations: tried, success: failing === undefined };
}

describe("a batch that is done", () => {
  it("is sent as one request, with a name for each operation and nothing besides what was given", async () => {
    const { core, sent } = clientOf((body) => answerTo(body));
    const result = await applyBatch(core, { project_name, operations, canFail: false, waitForEvents: true });
    expect(sent.map(({ path }) => path)).toEqual(["POST /api/projects/harbour_short/operations"]);
    const id = expect.stringMatching(/^[0-9a-f]{32}$/);
    expect(sent[0]?.body).toEqual({
      operations: operations.map((operation) => ({ ...operation, id })),
      canFail: false,
      waitForEvents: true,
    });
    expect(result).toMatchObject({ success: true, failed: [] });
    expect(result.results).toEqual(
      operations.map((operation, index) => ({
        operation,
        outcome: "done",
        entityId: index === 1 ? "5f0e6b2ab8d511f19c4e0a58c3d27b42" : operation.entityId,
      })),
    );
    expect(result.results[0]?.operation).toBe(operations[0]);
  });

  it("has its results with the operations that they are about, in whatever order they come", async () => {
    const { core } = clientOf((body) => {
      const answer = answerTo(body);
      return { ...answer, operations: answer.operations.toReversed() };
    });
    const { results } = await applyBatch(core, { project_name, operations });
    expect(results.map(({ entityId }) => entityId).slice(2)).toEqual(
      operations.slice(2).map(({ entityId }) => entityId),
    );
  });

  it("may be large: it is not cut up", async () => {
    const { core, sent } = clientOf((body) => answerTo(body));
    const many = Array.from({ length: 5000 }, (): BatchOperation => operations[1] as BatchOperation);
    expect((await applyBatch(core, { project_name, operations: many })).results.length).toBe(5000);
    expect(sent.length).toBe(1);
  });

  it("may be empty", async () => {
    const { core } = clientOf((body) => answerTo(body));
    expect(await applyBatch(core, { project_name, operations: [] })).toEqual({
      success: true,
      results: [],
      failed: [],
    });
  });
});

describe("a batch that fails", () => {
  it("is a BatchError that says that nothing was kept, and what became of each operation", async () => {
    const { core } = clientOf((body) => answerTo(body, 1));
    const error = await failure(applyBatch(core, { project_name, operations }));
    if (!isBatchError(error)) throw error;
    expect(error).toBeInstanceOf(BatchError);
    expect(error.message).toBe(
      "POST /api/projects/{project_name}/operations: 1 of 4 operations failed, nothing was kept; " +
        "operation 2 (create representation): 409 unique-violation; see failed of this error",
    );
    expect(error).toMatchObject({
      ...{ name: "BatchError", code: "batch", operationId: "applyOperations", requestId: "r-1", attempts: 1 },
      ...{ failedCount: 1, keptCount: 0, retryable: false },
    });
    expect(error.results.map(({ outcome }) => outcome)).toEqual(["undone", "failed", "skipped", "skipped"]);
    expect(error.results.map(({ operation }) => operation)).toEqual(operations);
    // Also of those that were not tried, where it was given.
    expect(error.results.map(({ entityId }) => entityId)).toEqual(operations.map(({ entityId }) => entityId));
    expect(error.failed).toEqual([
      {
        ...{ operation: operations[1], outcome: "failed", entityId: undefined },
        ...{ status: 409, code: "unique-violation", detail: "Key (name, version_id) exists" },
      },
    ]);
  });

  it("says how many were kept where the others may go on", async () => {
    const { core, sent } = clientOf((body) => answerTo(body, 2));
    const error = await failure(applyBatch(core, { project_name, operations, canFail: true }));
    expect(sent[0]?.body.canFail).toBe(true);
    expect(error).toMatchObject({
      ...{ failedCount: 1, keptCount: 3 },
      message: expect.stringContaining("1 of 4 operations failed, the other 3 were kept; operation 3 (update folder)"),
    });
    expect((error as BatchError).results.map(({ outcome }) => outcome)).toEqual(["done", "done", "failed", "done"]);
  });

  it("shows nothing of what was sent or of the server's words in a log", async () => {
    const { core } = clientOf((body) => {
      const { operations: results, success } = answerTo(body, 1);
      return { success, operations: results.map((result) => ({ ...result, errorCode: "words of the\nserver" })) };
    });
    const error = (await failure(applyBatch(core, { project_name, operations }))) as BatchError;
    const { inspect } = await import("node:util");
    for (const shown of [inspect(error), JSON.stringify(error), error.message])
      expect(shown).not.toMatch(/words|version_id|exr|Shot 010|producer/);
    expect(error.failed[0]?.code).toBe("words of the\nserver");
  });

  it("is a value of the safe form", async () => {
    const { core } = clientOf((body) => answerTo(body, 0));
    const outcome = await applyBatch.safe(core, { project_name, operations });
    expect(outcome).toMatchObject({ ok: false, status: 0, meta: { attempts: 1, requestId: "r-1" } });
    if (outcome.ok || !isBatchError(outcome.error)) throw new Error("no BatchError");
    expect(outcome.error.results.map(({ outcome }) => outcome)).toEqual(["failed", "skipped", "skipped", "skipped"]);
  });

  it("is one of an answer without results too", async () => {
    const { core } = clientOf(() => ({ operations: [], success: false }));
    const error = (await failure(applyBatch(core, { project_name, operations }))) as BatchError;
    expect(error.message).toContain("0 of 4 operations failed, nothing was kept");
    expect(error.failed).toEqual([]);
  });
});

describe("a batch that is refused as a whole", () => {
  const refused = () => clientOf(() => Response.json({ code: 404, detail: "Project not found" }, { status: 404 }));

  it("is the error of its status", async () => {
    await expect(applyBatch(refused().core, { project_name, operations })).rejects.toSatisfy(isNotFoundError);
    expect(await applyBatch.safe(refused().core, { project_name, operations })).toMatchObject({
      ok: false,
      status: 404,
    });
  });

  it.each([
    ["an unknown member", { project_name, operations, canfail: true }],
    ["a member that would hide the results", { project_name, operations, raiseOnError: true }],
    ["no project", { operations }],
  ])("is not sent with %s, and the safe form does not throw", async (_, input) => {
    const { core, sent } = refused();
    await expect(applyBatch(core, input as never)).rejects.toSatisfy(isRequestError);
    expect(await applyBatch.safe(core, input as never)).toMatchObject({ ok: false, status: 0 });
    expect(sent).toEqual([]);
  });

  it("ends with its signal", async () => {
    const { core, sent } = refused();
    const call = applyBatch(core, { project_name, operations }, { signal: AbortSignal.abort() });
    await expect(call).rejects.toSatisfy(isAbortedError);
    expect(sent).toEqual([]);
  });
});

describe("a batch in the background", () => {
  const task = "bf0e6b2ab8d511f19c4e0a58c3d27ba1";
  /** A server that is done with the third poll, in time that the test moves. */
  const background = (failing?: number) => {
    let batch: Sent | undefined;
    const clock = fakeClock();
    const { core, sent } = clientOf(
      (body, count) => {
        batch ??= body;
        if (count < 4) return { id: task, status: count < 2 ? "pending" : "in_progress", progress: 50, result: null };
        return { id: task, status: "completed", progress: 100, result: answerTo(batch, failing) };
      },
      { clock, random: () => 0.5 },
    );
    return { core, sent, clock };
  };

  it("gives the same result at its end, and tells its states", async () => {
    const { core, sent, clock } = background();
    const states: unknown[] = [];
    const onProgress = ({ status }: { status: string }) => {
      states.push(status);
    };
    const wait = applyBatchInBackground(core, { project_name, operations }, { onProgress });
    expect((await clock.finish(wait)).results.map(({ outcome }) => outcome)).toEqual(["done", "done", "done", "done"]);
    expect(states).toEqual(["pending", "in_progress", "in_progress", "completed"]);
    expect(sent.map(({ path }) => path)).toEqual([
      "POST /api/projects/harbour_short/operations/background",
      ...Array(3).fill(`GET /api/projects/harbour_short/operations/background/${task}`),
    ]);
  });

  it("is a BatchError with the number of its requests where operations failed", async () => {
    const { core, clock } = background(1);
    const wait = failure(applyBatchInBackground(core, { project_name, operations }));
    const error = (await clock.finish(wait)) as BatchError;
    expect(error).toMatchObject({
      operationId: "applyOperationsInBackground",
      attempts: 4,
      failedCount: 1,
      keptCount: 0,
    });
    expect(error.elapsedMs).toBeGreaterThan(2000);
    expect(error.results.map(({ outcome }) => outcome)).toEqual(["undone", "failed", "skipped", "skipped"]);
  });

  it("that never ends is a WaiterTimeoutError", async () => {
    const clock = fakeClock();
    const { core } = clientOf(() => ({ id: task, status: "in_progress", progress: 50, result: null }), { clock });
    const wait = failure(applyBatchInBackground(core, { project_name, operations }, { maxWaitMs: 60_000 }));
    expect(await clock.finish(wait)).toSatisfy(isWaiterTimeoutError);
  });
});
