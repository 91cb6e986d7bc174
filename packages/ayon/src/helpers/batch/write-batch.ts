import type { ApplyOperationsInput } from "../../generated/operations.ts";
import type { components } from "../../generated/schema.ts";
import { newId } from "../new-id.ts";
import type { ApplyBatchInput } from "./batch-input.ts";
import { type BatchResult, joinResults } from "./batch-result.ts";

/** A batch that is ready to be sent. */
export interface WrittenBatch {
  /** The input of the operations that take batches. */
  readonly input: ApplyOperationsInput;
  /** Joins what the server says of the batch with what was asked. */
  join(answer: components["schemas"]["OperationResults"]): BatchResult;
}

/** Gives each operation of a batch a name, by which its result is found. What is no member of a batch is left to the call. */
export function writeBatch({ operations, canFail, waitForEvents, ...rest }: ApplyBatchInput): WrittenBatch {
  // A list in any case: wrong input is refused by the call, as an outcome and not as a throw.
  const named = [operations].flat().map((operation) => ({ id: newId(), operation }));
  const body = {
    operations: named.map(({ id, operation }) => ({ ...operation, id })),
    ...(canFail !== undefined && { canFail }),
    ...(waitForEvents !== undefined && { waitForEvents }),
  };
  return { input: { ...rest, body }, join: (answer) => joinResults(named, answer, canFail ?? false) };
}
