import type { CallOptions, Core } from "@fairlead/runtime";
import { createRaw, type RequestInput, request } from "@fairlead/runtime/raw";
import { createPlayCanvasCore, type PlayCanvasOptions } from "./core.ts";
import { type Groups, groups, type JobsGroup } from "./generated/client.ts";
import type { GetJobWait } from "./generated/operations.ts";
import type { paths } from "./generated/schema.ts";

/** A client of the PlayCanvas REST API: its operations by group, and two ways to reach what no operation describes. */
export interface PlayCanvas extends Groups {
  /** Background work of the service: look at a job, or wait for it. */
  readonly jobs: JobsGroup & {
    /** Waits for a job of any kind, by its id; gives its `data`. The operation that starts one has a `.wait` that knows its kind. */
    readonly wait: GetJobWait;
  };
  /** Every path of the document by method and path, as openapi-fetch does it: HTTP errors are values, not thrown. */
  readonly raw: ReturnType<typeof createRaw<paths>>;
  /**
   * Sends any method to any path of the server, with the same credentials, guards and errors as an operation.
   * @returns The body, parsed if it is JSON.
   */
  request(method: string, path: string, input?: RequestInput, options?: CallOptions): Promise<unknown>;
}

/**
 * Makes a client of the PlayCanvas REST API. It sends nothing by itself and reads no environment variable.
 * @throws {AuthError} The token is missing, is no text, or has white space in it.
 * @throws {RequestError} The base URL is not https, nor http to this machine.
 * @see https://developer.playcanvas.com/user-manual/api/
 */
export function createPlayCanvas(options: PlayCanvasOptions): PlayCanvas {
  const core: Core = createPlayCanvasCore(options);
  let raw: ReturnType<typeof createRaw<paths>> | undefined;
  const all = groups(core);
  return {
    ...all,
    jobs: { ...all.jobs, wait: all.jobs.get.wait },
    // Made when it is first asked for: on Node its Request would load all of fetch with every client.
    get raw() {
      raw ??= createRaw<paths>(core);
      return raw;
    },
    request: (method, path, input, options) => request(core, method, path, input, options),
  };
}
