import { FairleadError, isFairleadError } from "@fairlead/runtime";
import type { BatchResult } from "./batch-result.ts";

/** What a {@link BatchError} tells beyond the call. */
export interface BatchErrorFacts {
  readonly failedCount: number;
  readonly keptCount: number;
}

/** Some operations of a batch failed. Its message and what is logged of it have nothing of what was sent. */
export class BatchError extends FairleadError<BatchErrorFacts> {
  static override readonly errorName: string = "BatchError";

  /** How many operations failed. */
  declare readonly failedCount: number;
  /** How many were done and stay: none without `canFail`, because then the first failure takes everything back. */
  declare readonly keptCount: number;

  // Private, because Node prints every own member of an uncaught error.
  readonly #result: BatchResult;

  constructor(call: ConstructorParameters<typeof FairleadError>[0], result: BatchResult) {
    const { results, failed } = result;
    const keptCount = results.filter(({ outcome }) => outcome === "done").length;
    super(call, textOf(result, keptCount), { failedCount: failed.length, keptCount });
    this.#result = result;
  }

  /** What became of each operation, in the order in which they were given. */
  get results(): BatchResult["results"] {
    return this.#result.results;
  }

  /** The operations that failed, each with its status, code and detail. */
  get failed(): BatchResult["failed"] {
    return this.#result.failed;
  }
}

/** Whether a value is a {@link BatchError}, also one of another installed copy. */
export function isBatchError(value: unknown): value is BatchError {
  return isFairleadError(value) && value.name === "BatchError";
}

function textOf({ results, failed }: BatchResult, keptCount: number): string {
  const [first] = failed;
  const kept = keptCount ? `the other ${keptCount} were kept` : "nothing was kept";
  const text = `${failed.length} of ${results.length} operations failed, ${kept}`;
  if (!first) return text;
  const { operation, status, code } = first;
  const place = `operation ${results.indexOf(first) + 1} (${operation.type} ${operation.entityType})`;
  // A word of the server only: its sentences name columns of its database.
  const reason = /^[\w-]{1,40}$/.test(code ?? "") ? ` ${code}` : "";
  return `${text}; ${place}: ${status}${reason}; see failed of this error`;
}
