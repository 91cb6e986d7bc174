import { type OperationFunction, operation } from "../operation.ts";
import type { JobRow, OperationRow } from "../operation-row.ts";
import { type WaitDefinition, waitFunction } from "./wait-function.ts";

/** The code that a job needs besides its row. */
export interface JobCode extends Pick<WaitDefinition, "result" | "cancel"> {
  /** Gives the status operation, which may be defined after this one; absent where this is the status operation. */
  readonly status?: () => object;
}

/**
 * The standalone function of an operation with a job: {@link operation} with `.wait` besides. `F` is its generated type.
 * @see {@link waitFunction} for what generated code writes.
 */
export function jobOperation<F>(row: OperationRow & { readonly job: JobRow }, { status, result, cancel }: JobCode): F {
  const call = operation<OperationFunction>(row);
  const wait = waitFunction({
    row: row.job,
    operation: row,
    start: status && call,
    get status() {
      return (status?.() ?? call) as OperationFunction;
    },
    statusParam: row.job.status.param.replace(/^\w+\./, ""),
    result,
    cancel,
  });
  return Object.assign(call, { wait }) as F;
}
