import type { CallOptions, Core, Failure, NoAnswer, Success } from "@fairlead/runtime";
import { type ApplyOperationsResult, applyOperations } from "../../generated/operations.ts";
import { answeredCall } from "../answered-call.ts";
import { BatchError } from "./batch-error.ts";
import type { ApplyBatchInput } from "./batch-input.ts";
import type { BatchResult } from "./batch-result.ts";
import { writeBatch } from "./write-batch.ts";

/** Operations of the batch failed, or there is no usable answer. */
export interface BatchNoAnswer extends Omit<NoAnswer, "error"> {
  /** The error that the throwing form throws. */
  readonly error: NoAnswer["error"] | BatchError;
}

/** Every outcome of a batch. One in which operations failed has the status 0, and a BatchError that tells of each. */
export type ApplyBatchResult =
  | Success<200, BatchResult>
  | Extract<ApplyOperationsResult, Failure<number, unknown>>
  | BatchNoAnswer;

/** `applyBatch` as a function of a core client. */
export interface ApplyBatchFunction {
  /** What became of the operations, all of which were done; else throws. */
  (core: Core, input: ApplyBatchInput, options?: CallOptions): Promise<BatchResult>;
  /** The outcome as a value; never throws. */
  safe(core: Core, input: ApplyBatchInput, options?: CallOptions): Promise<ApplyBatchResult>;
}

/** `applyBatch` as a method of a client. */
export interface ApplyBatchMethod {
  /** What became of the operations, all of which were done; else throws. */
  (input: ApplyBatchInput, options?: CallOptions): Promise<BatchResult>;
  /** The outcome as a value; never throws. */
  safe(input: ApplyBatchInput, options?: CallOptions): Promise<ApplyBatchResult>;
}

async function safe(core: Core, input: ApplyBatchInput, options?: CallOptions): Promise<ApplyBatchResult> {
  const batch = writeBatch(input);
  const outcome = await applyOperations.safe(core, batch.input, options);
  if (!outcome.ok) return outcome;
  const data = batch.join(outcome.data);
  if (data.success) return { ...outcome, data };
  const { meta } = outcome;
  const call = answeredCall("applyOperations", "/api/projects/{project_name}/operations", meta);
  return { ok: false, status: 0, error: new BatchError(call, data), meta };
}

/**
 * Makes, changes and deletes entities of a project in one request, in the order given: all or nothing, unless `canFail` is
 * set. It is not sent a second time by itself, because nobody knows whether a batch without an answer was done.
 * @throws {BatchError} Operations failed. It says which and why, and whether others were kept, also with `canFail`.
 * @throws {BadRequestError} 400: nothing was tried; a value is wrong, or two operations change or delete one entity.
 * @throws {PermissionDeniedError} 403: somebody else than a service named another user.
 * @throws {NotFoundError} 404: there is no such project, or no user of that name.
 * @throws {ConflictError} 409: an entity stayed locked.
 * @throws {FairleadError} Any other failure of the request.
 */
export const applyBatch: ApplyBatchFunction = /* @__PURE__ */ Object.assign(
  async (core: Core, input: ApplyBatchInput, options?: CallOptions) => {
    const outcome = await safe(core, input, options);
    if (outcome.ok) return outcome.data;
    throw outcome.error;
  },
  { safe },
);
