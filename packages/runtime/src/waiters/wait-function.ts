import { callOn } from "../call.ts";
import type { Core } from "../core.ts";
import type { Engine } from "../engine.ts";
import { engineOf } from "../engine.ts";
import { RequestError } from "../errors/request/request-error.ts";
import type { OperationFunction } from "../operation.ts";
import type { JobRow, OperationRow } from "../operation-row.ts";
import { valueAt } from "../value-at.ts";
import type { CancellableJob } from "./job.ts";
import { readToken, writeToken } from "./job-token.ts";
import { judgeState } from "./judge-state.ts";
import type { WaitOptions } from "./wait-options.ts";
import { watch } from "./watch.ts";

/** How an operation is waited for. */
export interface WaitDefinition {
  /** The job. */
  readonly row: JobRow;
  /** The operation that `.wait` stands on, as errors and tokens tell it, and what of its input errors must not show. */
  readonly operation: Pick<OperationRow, "id" | "method" | "path" | "sensitive">;
  /** The operation that starts the job; absent where `.wait` stands on the status operation. */
  readonly start?: Pick<OperationFunction, "full"> | undefined;
  /** The operation that tells the state. It is read when a poll is sent, so a getter may name what is defined later. */
  readonly status: Pick<OperationFunction, "full">;
  /** The name of the parameter that takes the job's id. */
  readonly statusParam: string;
  /** Names of the call's parameters that the status operation needs besides, such as the project that both are of. */
  readonly shared?: readonly string[] | undefined;
  /**
   * Makes the result of what stands in its place: `fileResult` where the row's `resultKind` is `file`. Named here, so that
   * other jobs don't carry its code. What it gives back as `undefined` is no result.
   * @default the value as it is
   */
  readonly result?: ((engine: Engine, found: unknown) => unknown) | undefined;
  /** Cancels the job of an id, where the document declares how. */
  readonly cancel?: ((core: Core, id: never) => Promise<unknown>) | undefined;
}

/** `.wait` of an operation, before the generated types are put on it. */
export interface WaitFunction {
  /** Starts the job, or takes the one that the input names, and watches it. */
  (core: Core, input?: unknown, options?: WaitOptions<never>): CancellableJob<unknown, unknown>;
  /**
   * Watches the job of a token, in another process too.
   * @throws {RequestError} It is no token of this operation.
   */
  resume(core: Core, token: string, options?: WaitOptions<never>): CancellableJob<unknown, unknown>;
}

/**
 * Makes `.wait` of an operation that starts a job, or that tells the state of one.
 *
 * Generated code has it by `jobOperation`, which stands in the place of `operation`:
 *
 *     export const downloadApp: DownloadAppFunction = jobOperation(
 *       { id: "downloadApp", ..., job: buildJob }, { status: () => getJob, result: fileResult });
 *     export const getJob: GetJobFunction = jobOperation({ id: "getJob", ..., job: buildJob }, {});
 *
 * - The row's `job` has `start`, `status`, `states` with `end`, `when`, `result` and `message`, `failWhen`, `poll` and
 *   `result`. `start` is left out where the document has none. The status operation has the job without `result`: what
 *   its final state names is the result there.
 * - `status` is a function, because the constant of the status operation may stand further down; it is called when a
 *   poll is sent. `result: fileResult` stands where `resultKind` is `file`. `cancel: (core, id) =>
 *   cancelPrint(core, { id })` stands where the document declares how.
 * - The types are written out, so that the checker computes nothing: a state is the answer of the start or of a poll.
 *
 *     export interface DownloadAppWait {
 *       (input: DownloadAppInput, options?: WaitOptions<DownloadAppData | GetJobData>): DownloadAppJob;
 *       resume(token: string, options?: WaitOptions<DownloadAppData | GetJobData>): DownloadAppJob;
 *     }
 *     export type DownloadAppJob = Job<DownloadAppData | GetJobData, FileResult>;
 *
 *   `DownloadAppWaitFunction` is the same with `core: Core` as the first argument; `DownloadAppFunction` has
 *   `wait: DownloadAppWaitFunction`, and `DownloadAppMethod` has `wait: DownloadAppWait`. A result that is a value has
 *   the type of its pointers, such as `NonNullable<CreateCheckpointData["data"]>`. With `cancel` it is a `CancellableJob`.
 * - `bind` passes the core client on to `wait` and to `wait.resume`.
 */
export function waitFunction(definition: WaitDefinition): WaitFunction {
  const { row, operation, start, statusParam, shared, result, cancel } = definition;

  const run = (core: Core, input: unknown, options?: WaitOptions<never>, token?: string) => {
    const call = callOn(engineOf(core), operation);
    for (const name of Object.values(operation.sensitive ?? {}).flat()) {
      for (const value of [Object(input)[name] ?? ""].flat()) call.keepSecret(String(value));
    }
    const { engine } = call;
    const resumed = token === undefined ? token : readToken(call, row.name, token);
    const startedAt = resumed?.[3] ?? engine.clock.now();
    const starts = resumed ? undefined : start;
    let id: unknown = resumed?.[2] ?? (start ? undefined : Object(input)[statusParam]);
    const place = resumed?.[4] ?? (shared && Object.fromEntries(shared.map((name) => [name, Object(input)[name]])));

    const job = watch<unknown, unknown>(
      call,
      row.poll,
      starts &&
        (async (callOptions) => {
          const answer = await starts.full(core, input, callOptions);
          id = valueAt(answer.data, row.start?.id);
          return answer;
        }),
      (callOptions) => {
        const statusInput = start || resumed ? { ...place, [statusParam]: id } : input;
        return definition.status.full(core, statusInput, callOptions);
      },
      (answer, isFirst) => {
        const pointer = isFirst ? row.start?.state : row.status.state;
        return isFirst && valueAt(answer, pointer) === undefined ? undefined : judgeState(row, answer, pointer);
      },
      (found) => {
        const value = result ? result(engine, found) : found;
        return value === undefined ? value : { value };
      },
      options as WaitOptions,
    );

    return Object.assign(job, {
      serialize() {
        if (id === undefined) throw new RequestError(call, "the job has no id yet; serialize it after its first state");
        return writeToken([row.name, operation.id, id as string, startedAt, ...((place ? [place] : []) as [object?])]);
      },
      cancel:
        cancel &&
        (async () => {
          // The first state comes with the id.
          if (id === undefined) for await (const _ of job) break;
          await cancel(core, id as never);
        }),
    }) as CancellableJob<unknown, unknown>;
  };

  return Object.assign((core: Core, input?: unknown, options?: WaitOptions<never>) => run(core, input, options), {
    resume: (core: Core, token: string, options?: WaitOptions<never>) => run(core, undefined, options, `${token}`),
  });
}
