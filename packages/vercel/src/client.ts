import type { CallOptions, Core } from "@fairlead/runtime";
import { createRaw, type RequestInput, request } from "@fairlead/runtime/raw";
import { createVercelCore, type VercelOptions } from "./core.ts";
import { type Groups, groups } from "./generated/client.ts";
import type { paths } from "./generated/schema.ts";

/** A client of the Vercel REST API: its operations by group, and two ways to reach what no operation describes. */
export interface Vercel extends Groups {
  /**
   * Every path of the document by method and path, as openapi-fetch does it: HTTP errors are values, not thrown. The
   * client's team is not added.
   */
  readonly raw: ReturnType<typeof createRaw<paths>>;
  /**
   * Sends any method to any path of the server, with the same credentials, guards and errors as an operation, and with
   * the team only where the query names it.
   * @returns The body, parsed if it is JSON.
   */
  request(method: string, path: string, input?: RequestInput, options?: CallOptions): Promise<unknown>;
}

/**
 * Makes a client of the Vercel REST API. It sends nothing by itself and reads no environment variable.
 * @throws {AuthError} The token is missing, is no text, or has white space in it.
 * @throws {RequestError} The base URL is not https, nor http to this machine; or `teamId` or `slug` is empty or has white
 * space in it, or both are given.
 * @see https://vercel.com/docs/rest-api
 */
export function createVercel(options: VercelOptions): Vercel {
  const core: Core = createVercelCore(options);
  let raw: ReturnType<typeof createRaw<paths>> | undefined;
  return {
    ...groups(core),
    // Made when it is first asked for: on Node its Request would load all of fetch with every client.
    get raw() {
      raw ??= createRaw<paths>(core);
      return raw;
    },
    request: (method, path, input, options) => request(core, method, path, input, options),
  };
}
