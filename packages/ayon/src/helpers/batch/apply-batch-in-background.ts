import type { Core } from "@fairlead/runtime";
import type { WaitOptions } from "@fairlead/runtime/waiters";
import {
  type ApplyOperationsInBackgroundData,
  applyOperationsInBackground,
  type GetBackgroundOperationsData,
} from "../../generated/operations.ts";
import { answeredCall } from "../answered-call.ts";
import { BatchError } from "./batch-error.ts";
import type { ApplyBatchInput } from "./batch-input.ts";
import type { BatchResult } from "./batch-result.ts";
import { writeBatch } from "./write-batch.ts";

/** A batch that the server works on behind the answer. */
export type BackgroundBatchInput = Omit<ApplyBatchInput, "waitForEvents">;

/** How the wait for a batch goes: each state has its `status`, and its `progress` in percent. */
export type BackgroundBatchOptions = WaitOptions<ApplyOperationsInBackgroundData | GetBackgroundOperationsData>;

/**
 * Does a batch as {@link applyBatch} does, but in the background of the server, and waits for its end: for batches that
 * take longer than a request may. To wait elsewhere, use `applyOperationsInBackground.wait` and its token.
 * @throws {BatchError} Operations failed. It says which and why, and whether others were kept, also with `canFail`.
 * @throws {WaiterTimeoutError} It did not end within `maxWaitMs`, ten minutes unless it is set. A batch that `applyBatch`
 * would refuse with 400 because of an entity never ends.
 * @throws {WaiterError} The polls failed: the server forgets a batch after half an hour.
 * @throws {FairleadError} It could not be started.
 */
export async function applyBatchInBackground(
  core: Core,
  input: BackgroundBatchInput,
  options: BackgroundBatchOptions = {},
): Promise<BatchResult> {
  const batch = writeBatch(input);
  let cost = { attempts: 1, elapsedMs: 0 };
  const onProgress: BackgroundBatchOptions["onProgress"] = (state, { polls, elapsedMs }) => {
    cost = { attempts: 1 + polls, elapsedMs };
    return options.onProgress?.(state, { polls, elapsedMs });
  };
  const wait = applyOperationsInBackground.wait(core, batch.input, { ...options, onProgress });
  const result = batch.join(await wait.done());
  if (result.success) return result;
  const template = "/api/projects/{project_name}/operations/background";
  throw new BatchError(answeredCall("applyOperationsInBackground", template, cost), result);
}
