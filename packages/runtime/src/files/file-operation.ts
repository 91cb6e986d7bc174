import { callOn } from "../call.ts";
import type { CallOptions } from "../call-options.ts";
import type { Core } from "../core.ts";
import { engineOf } from "../engine.ts";
import { type OperationFunction, operation } from "../operation.ts";
import type { OperationRow } from "../operation-row.ts";
import { buildRequest } from "../request/build-request.ts";
import { type Download, downloadOf, openFile } from "./download.ts";

/** The forms of a call that gives a file, before the generated types are put on them. */
export interface FileFunction extends OperationFunction {
  /** Gives the file to be read as wanted. Nothing is sent before, and what is wrong with the input shows then. */
  download(core: Core, input?: unknown, options?: CallOptions): Download;
}

/**
 * The standalone function of an operation whose success body is bytes: {@link operation} with `.download` besides. `F` is
 * its generated type. The options of a reading go before those that `.download` was given.
 */
export function fileOperation<F>(row: OperationRow): F {
  const download = (core: Core, input?: unknown, options?: CallOptions) =>
    downloadOf(async (reading) => {
      const call = callOn(engineOf(core), row);
      const all = { ...options, ...reading, headers: { ...options?.headers, ...reading?.headers } };
      return openFile(call, all, () => buildRequest(call, row, input, all));
    });
  return Object.assign(operation<OperationFunction>(row), { download }) as F;
}
