import type { CallOptions } from "../call-options.ts";
import type { Core } from "../core.ts";
import { type OperationFunction, operation } from "../operation.ts";
import type { OperationRow } from "../operation-row.ts";
import { asLines } from "./as-lines.ts";
import type { StreamResult } from "./stream-result.ts";

/** The forms of a call that gives a stream of lines, before the generated types are put on them. */
export interface StreamFunction extends Pick<OperationFunction, "safe" | "full"> {
  /** Gives the lines as they come, or throws. */
  (core: Core, input?: unknown, options?: CallOptions): StreamResult<unknown>;
}

/** The forms of an operation that gives either one value or, when it is asked to, a stream of lines. */
export interface StreamableFunction extends OperationFunction {
  /** Gives the lines as they come, or throws. */
  stream(core: Core, input?: unknown, options?: CallOptions): StreamResult<unknown>;
}

/**
 * The standalone function of an operation whose success body is a stream of JSON lines: {@link operation} with a result
 * that is async iterable. `F` is its generated type. The request is sent at once.
 */
export function streamOperation<F>(row: OperationRow): F {
  const { safe, full } = operation<OperationFunction>({ ...row, parse: asLines });
  const stream = (core: Core, input?: unknown, options?: CallOptions): StreamResult<unknown> => {
    const lines = full(core, input, options).then(({ data }) => data as AsyncIterable<unknown>);
    return Object.assign(lines, {
      async *[Symbol.asyncIterator]() {
        yield* await lines;
      },
    });
  };
  return Object.assign(stream, { safe, full }) as F;
}

/** {@link operation} with `.stream` besides, which asks the same for a stream of lines. `F` is its generated type. */
export function streamableOperation<F>(row: OperationRow): F {
  return Object.assign(operation<OperationFunction>(row), { stream: streamOperation<StreamFunction>(row) }) as F;
}
