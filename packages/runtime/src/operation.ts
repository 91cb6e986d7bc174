import type { CallOptions } from "./call-options.ts";
import type { Core } from "./core.ts";
import type { OperationRow } from "./operation-row.ts";
import { type Outcome, perform } from "./pipeline.ts";
import type { Success } from "./result.ts";

/** The three forms of a call, before the generated types are put on them. */
export interface OperationFunction {
  /** Gives the data, or throws. */
  (core: Core, input?: unknown, options?: CallOptions): Promise<unknown>;
  /** Gives every outcome as a value; never throws or rejects. */
  safe(core: Core, input?: unknown, options?: CallOptions): Promise<Outcome>;
  /** Gives the data with status, headers and meta, or throws. */
  full(core: Core, input?: unknown, options?: CallOptions): Promise<Success<number, unknown>>;
}

type CallArguments = [core: Core, input?: unknown, options?: CallOptions];

/**
 * The standalone function of an operation, with its forms `.safe` and `.full`. `F` is its generated type.
 * The function throws a `FairleadError` for everything but a 2xx that holds what the document declares.
 */
export function operation<F>(row: OperationRow): F {
  const safe = (...call: CallArguments) => perform(row, ...call);
  const full = async (...call: CallArguments) => {
    const outcome = await safe(...call);
    if (outcome.ok) return outcome;
    throw outcome.error;
  };
  const data = async (...call: CallArguments) => (await full(...call)).data;
  return Object.assign(data, { safe, full }) as F;
}
