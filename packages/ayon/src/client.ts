import type { CallOptions, Core } from "@fairlead/runtime";
import { createRaw, type RequestInput, request } from "@fairlead/runtime/raw";
import { type AyonOptions, createAyonCore, endSession } from "./core.ts";
import { type Groups, groups } from "./generated/client.ts";
import type { paths } from "./generated/schema.ts";

/**
 * A client of the REST API of an AYON server: its operations by group, and two ways to reach what no operation describes.
 * One made with `login` logs out when it is disposed, as `await using` does.
 */
export interface Ayon extends Groups, AsyncDisposable {
  /** Every path of the document by method and path, as openapi-fetch does it: HTTP errors are values, not thrown. */
  readonly raw: ReturnType<typeof createRaw<paths>>;
  /**
   * Sends any method to any path of the server, with the same credentials, guards and errors as an operation.
   * @returns The body, parsed if it is JSON.
   */
  request(method: string, path: string, input?: RequestInput, options?: CallOptions): Promise<unknown>;
}

/**
 * Makes a client of the REST API of an AYON server. It sends nothing by itself and reads no environment variable.
 * @throws {AuthError} The token is missing, is no text, or has white space in it.
 * @throws {RequestError} The base URL is not https, nor http to this machine; or no header can hold `asUser`.
 * @see https://community.ynput.io/t/ayon-rest-api-guide/1268
 */
export function createAyon(options: AyonOptions): Ayon {
  const core: Core = createAyonCore(options);
  let raw: ReturnType<typeof createRaw<paths>> | undefined;
  return {
    ...groups(core),
    // Made when it is first asked for: on Node its Request would load all of fetch with every client.
    get raw() {
      raw ??= createRaw<paths>(core);
      return raw;
    },
    request: (method, path, input, options) => request(core, method, path, input, options),
    [Symbol.asyncDispose]: () => endSession(core),
  };
}
