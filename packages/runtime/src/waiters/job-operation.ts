import { type OperationFunction, operation } from "../operation.ts";
import type { JobRow, OperationRow } from "../operation-row.ts";
import { type WaitDefinition, waitFunction } from "./wait-function.ts";

/** What an operation's job needs besides its row, which operations share. */
export interface JobCode extends Pick<WaitDefinition, "cancel" | "shared"> {
  /** Gives the status operation, which may be defined after this one; absent where this is the status operation. */
  readonly status?: () => object;
  /**
   * Pointers to this operation's result in the final answer, tried in order.
   * @default what the final state names
   */
  readonly result?: readonly string[];
  /** Makes the result of what stands there: `fileResult` where that is the address of a file. */
  readonly as?: WaitDefinition["result"];
}

/**
 * The standalone function of an operation with a job: {@link operation} with `.wait` besides. `F` is its generated type.
 * @see {@link waitFunction} for what generated code writes.
 */
export function jobOperation<F>(
  row: OperationRow & { readonly job: JobRow },
  { status, shared, result, as, cancel }: JobCode,
): F {
  const call = operation<OperationFunction>(row);
  const wait = waitFunction({
    row: { ...row.job, ...(result && { result }) },
    operation: row,
    start: status && call,
    get status() {
      return (status?.() ?? call) as OperationFunction;
    },
    statusParam: row.job.status.param.replace(/^\w+\./, ""),
    shared,
    result: as,
    cancel,
  });
  return Object.assign(call, { wait }) as F;
}
