import type { components } from "../../generated/schema.ts";
import type { BatchOperation } from "./batch-operation.ts";

/**
 * What became of an operation. `done`: it was done, and stays. `failed`: it failed. `undone`: it was done, and taken back
 * because of a later failure. `skipped`: it was not tried, because an earlier one had failed.
 */
export type BatchOutcome = "done" | "failed" | "undone" | "skipped";

/** What became of one operation of a batch. */
export interface BatchItem {
  /** The operation, as it was given. */
  readonly operation: BatchOperation;
  /** What became of it. */
  readonly outcome: BatchOutcome;
  /** Id of its entity; `undefined` where there is no entity and no id was given. */
  readonly entityId: string | undefined;
}

/** An operation that failed. */
export interface FailedOperation extends BatchItem {
  readonly outcome: "failed";
  /** Status that the operation alone would be answered with, such as 404; a duplicate may be a 409 or a 500. */
  readonly status: number;
  /** Kind of failure, such as `not-found` or `unique-violation`; `null` for some. */
  readonly code: string | null;
  /** What went wrong, in the server's own words. They may name columns of its database, so they are for developers. */
  readonly detail: string | null;
}

/** What became of a batch. */
export interface BatchResult {
  /** Whether all operations were done. */
  readonly success: boolean;
  /** One for each operation, in the order in which they were given. */
  readonly results: readonly (BatchItem | FailedOperation)[];
  /** Those that failed: without `canFail` at most one. */
  readonly failed: readonly FailedOperation[];
}

/**
 * Joins what the server says with the operations that it is about. The server calls an operation a success although it
 * took it back, and says nothing of those that it did not try; here each has its outcome.
 * @param operations - Each with its id.
 * @param canFail - Whether what succeeded stays in spite of failures.
 */
export function joinResults(
  operations: readonly { readonly id: string; readonly operation: BatchOperation }[],
  answer: components["schemas"]["OperationResults"],
  canFail: boolean,
): BatchResult {
  const byId = new Map(answer.operations.map((result) => [result.id, result]));
  const isTakenBack = !answer.success && !canFail;
  const failed: FailedOperation[] = [];
  const results = operations.map(({ id, operation }) => {
    const result = byId.get(id);
    const entityId = result?.entityId ?? operation.entityId;
    if (!result) return { operation, outcome: "skipped", entityId } as const;
    const { success, status, errorCode: code, detail } = result;
    if (success) return { operation, outcome: isTakenBack ? "undone" : "done", entityId } as const;
    const failure = { operation, outcome: "failed", entityId, status, code, detail } as const;
    failed.push(failure);
    return failure;
  });
  return { success: answer.success, results, failed };
}
