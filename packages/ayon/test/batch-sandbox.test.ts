import { apiKey, createAyon } from "@fairlead/ayon";
import {
  applyBatch,
  applyBatchInBackground,
  type BatchError,
  type BatchOperation,
  isBatchError,
  newId,
} from "@fairlead/ayon/helpers";
import { createAyonCore, getFolder, getVersion } from "@fairlead/ayon/operations";
import ayon from "@fairlead/ayon/sandbox";
import type { Core } from "@fairlead/runtime";
import { type Sandbox, startSandbox } from "@fairlead/sandbox";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { failure } from "./failure.ts";

let sandbox: Sandbox<{ ayon: typeof ayon }>;
beforeAll(async () => {
  sandbox = await startSandbox({ apis: { ayon }, clock: "x20" });
});
afterAll(() => sandbox.close());

const project_name = "harbour_short";
const shot = "1f0e6b2ab8d511f19c4e0a58c3d27b02";
const product = "3f0e6b2ab8d511f19c4e0a58c3d27b21";
const openCore = (): Core => {
  const { url, token } = sandbox.session().api.ayon;
  return createAyonCore({ baseUrl: url, auth: apiKey(token()), retry: false });
};
const isThere = async (core: Core, version_id: string) =>
  (await getVersion.safe(core, { project_name, version_id })).ok;

/** A version with a representation that refers to it, and a change of the shot. */
function work(number: number, name = "exr") {
  const versionId = newId();
  const operations: BatchOperation[] = [
    { type: "create", entityType: "version", entityId: versionId, data: { version: number, productId: product } },
    { type: "create", entityType: "representation", data: { name, versionId } },
    { type: "update", entityType: "folder", entityId: shot, data: { label: `Shot after ${number}` } },
  ];
  return { versionId, operations };
}

it("is a method of a client too, in both forms", async () => {
  const { url, token } = sandbox.session().api.ayon;
  const ay = createAyon({ baseUrl: url, auth: apiKey(token()), retry: false });
  const { operations } = work(903);
  expect((await ay.applyBatch({ project_name, operations })).success).toBe(true);
  const again = await ay.applyBatch.safe({ project_name, operations });
  expect(again).toMatchObject({ ok: false, status: 0, error: { code: "batch", failedCount: 1 } });
  const background = await failure(ay.applyBatchInBackground({ project_name, operations }));
  expect(background).toMatchObject({ code: "batch", keptCount: 0 });
});

describe.each(["at once", "in the background"])("a batch %s", (way) => {
  const apply = (core: Core, operations: readonly BatchOperation[], canFail?: boolean) => {
    const input = { project_name, operations, ...(canFail !== undefined && { canFail }) };
    return way === "at once" ? applyBatch(core, input) : applyBatchInBackground(core, input);
  };

  it("makes entities that refer to each other, and gives their ids", async () => {
    const core = openCore();
    const { versionId, operations } = work(900);
    const { success, results } = await apply(core, operations);
    expect(success).toBe(true);
    expect(results.map(({ outcome }) => outcome)).toEqual(["done", "done", "done"]);
    expect(results[0]?.entityId).toBe(versionId);
    expect(results[1]?.entityId).toMatch(/^[0-9a-f]{32}$/);
    expect(await isThere(core, versionId)).toBe(true);
    expect((await getFolder(core, { project_name, folder_id: shot })).label).toBe("Shot after 900");
  });

  it("keeps nothing where an operation fails", async () => {
    const core = openCore();
    const { versionId, operations } = work(901);
    const bad: BatchOperation = { type: "create", entityType: "version", data: { version: 901, productId: product } };
    const error = await failure(apply(core, [...operations.slice(0, 2), bad, ...operations.slice(2)]));
    if (!isBatchError(error)) throw error;
    expect(error.results.map(({ outcome }) => outcome)).toEqual(["undone", "undone", "failed", "skipped"]);
    expect(error.failed).toMatchObject([{ operation: bad, code: "unique-violation" }]);
    expect(error.message).toContain("1 of 4 operations failed, nothing was kept; operation 3 (create version)");
    expect(await isThere(core, versionId)).toBe(false);
    expect((await getFolder(core, { project_name, folder_id: shot })).label).not.toBe("Shot after 901");
  });

  it("keeps the others where it may fail", async () => {
    const core = openCore();
    const { versionId, operations } = work(902);
    const gone: BatchOperation = { type: "delete", entityType: "task", entityId: newId() };
    const error = (await failure(apply(core, [gone, ...operations], true))) as BatchError;
    expect(error).toMatchObject({ failedCount: 1, keptCount: 3 });
    expect(error.results.map(({ outcome }) => outcome)).toEqual(["failed", "done", "done", "done"]);
    expect(error.failed[0]).toMatchObject({ operation: gone, entityId: gone.entityId, status: 404 });
    expect(await isThere(core, versionId)).toBe(true);
  });
});
