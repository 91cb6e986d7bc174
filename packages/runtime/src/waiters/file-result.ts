import type { AuthProvider } from "../auth/auth-provider.ts";
import { callOn } from "../call.ts";
import { startCall } from "../deadline.ts";
import type { Engine } from "../engine.ts";
import { guardedBody } from "../response/guarded-body.ts";
import { readApiError } from "../response/read-api-error.ts";
import { sendCall } from "../retry/send-call.ts";
import { safeUrl } from "../transport/safe-url.ts";

/** How one reading of a file may go. */
export interface FileResultOptions {
  /** Ends the reading within one tick when it aborts. */
  readonly signal?: AbortSignal;
  /**
   * Milliseconds that the whole reading may take. The client's limits from chunk to chunk hold besides.
   * @default no limit
   */
  readonly timeoutMs?: number;
}

/**
 * A file that a job has made. Nothing is fetched before it is read, and each reading fetches it anew: without
 * credentials, because the address is all that its host wants. Readings that fail throw
 * - ApiError: the host answered, and not with a 2xx; the address may have expired
 * - TransportError: it gave no complete answer
 * - RequestError: an option is wrong
 */
export interface FileResult {
  /** The address, which is a secret: whoever has it has the file. It is not shown by `inspect` and `JSON.stringify`. */
  readonly url: string;
  /** Scheme, host and port of the address. */
  readonly origin: string;
  /** Gives the bytes as they come. */
  stream(options?: FileResultOptions): Promise<ReadableStream<Uint8Array<ArrayBuffer>>>;
  /** Gives the whole file in memory, with its media type. */
  blob(options?: FileResultOptions): Promise<Blob>;
  /** Gives the whole file in memory. */
  bytes(options?: FileResultOptions): Promise<Uint8Array<ArrayBuffer>>;
}

/**
 * Makes the result of an address.
 * @returns `undefined` where it is no address that requests may go to: https, or http on this machine.
 */
export function fileResult(engine: Engine, url: unknown): FileResult | undefined {
  const address = safeUrl(`${url}`);
  if (!address) return undefined;
  const { origin, href, searchParams } = address;

  const open = async (options?: FileResultOptions): Promise<Response> => {
    const target = { method: "GET", path: `${origin}/...` };
    // Fixed, so that a 401 of this host renews nobody's credentials; and its requests burn no quota of the API.
    const auth: AuthProvider = Object.assign(() => ({}), { fixed: true as const });
    const call = callOn({ ...engine, origin, auth, limiter: undefined }, target);
    for (const secret of [href, ...searchParams.values()]) call.keepSecret(secret);
    const deadline = startCall(call, options, 1e15);
    try {
      const response = await sendCall(call, deadline, { url: href, headers: {} });
      if (response.ok) return guardedBody(call, deadline, response);
      throw await readApiError(call, deadline, response);
    } catch (error) {
      deadline.end();
      throw error;
    }
  };
  const file = {
    origin,
    stream: async (options?: FileResultOptions) => (await open(options)).body ?? new Blob().stream(),
    blob: async (options?: FileResultOptions) => (await open(options)).blob(),
    bytes: async (options?: FileResultOptions) => new Uint8Array(await (await open(options)).arrayBuffer()),
  };
  return Object.defineProperty(file, "url", { get: () => href }) as FileResult;
}
