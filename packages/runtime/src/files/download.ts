import type { Call } from "../call.ts";
import type { CallOptions } from "../call-options.ts";
import { startCall } from "../deadline.ts";
import type { BuiltRequest } from "../request/build-request.ts";
import { readApiError } from "../response/read-api-error.ts";
import { sendCall } from "../retry/send-call.ts";
import { fileNameOf } from "./file-name.ts";
import { NO_LIMIT_MS, sizeOf, transferBody } from "./transfer-body.ts";

/** How one reading of a file may go. */
export interface DownloadOptions {
  /** Ends the reading within one tick when it aborts. */
  readonly signal?: AbortSignal;
  /**
   * Milliseconds that the whole reading may take. The limits of the client from chunk to chunk hold besides: 60,000
   * where it has none of its own.
   * @default no limit
   */
  readonly timeoutMs?: number;
  /** Further request headers. */
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * A file on a server. Nothing is sent before it is read, and each reading sends anew. A reading throws
 * - ApiError: the server answered, and not with a 2xx
 * - TransportError: it gave no complete answer; a file that breaks off is an error, and never a short file
 * - RequestError: the input or an option is wrong
 */
export interface Download {
  /** Sends the request, and gives the file once its headers are here. Who does not read its stream should cancel it. */
  open(options?: DownloadOptions): Promise<OpenFile>;
  /** Gives the bytes as they come. */
  stream(options?: DownloadOptions): Promise<ReadableStream<Uint8Array<ArrayBuffer>>>;
  /** Gives the whole file in memory, with its media type. */
  blob(options?: DownloadOptions): Promise<Blob>;
  /** Gives the whole file in memory. */
  bytes(options?: DownloadOptions): Promise<Uint8Array<ArrayBuffer>>;
  /** Gives the whole file as text, read as UTF-8. */
  text(options?: DownloadOptions): Promise<string>;
}

/** A file whose bytes are on their way. */
export interface OpenFile {
  /** The bytes as they come. It fails with a TransportError where they break off. */
  readonly stream: ReadableStream<Uint8Array<ArrayBuffer>>;
  /** How many bytes there are; `undefined` where the server does not tell, or has compressed them for the way. */
  readonly size: number | undefined;
  /** What the server calls the file, without folders and what else is not safe in a name; `undefined` where it has none. */
  readonly name: string | undefined;
  /** The media type without its parameters, in lower case. */
  readonly mediaType: string | undefined;
  /** The version of the file, as the server has it. */
  readonly etag: string | undefined;
  /** The answer: its body is the stream, and its `url` is empty, because it may be a signed one. */
  readonly response: Response;
}

/** Makes all readings of a file out of one. */
export function downloadOf(open: Download["open"]): Download {
  const answer = async (options?: DownloadOptions) => (await open(options)).response;
  return {
    open,
    stream: async (options) => (await open(options)).stream,
    blob: async (options) => (await answer(options)).blob(),
    bytes: async (options) => new Uint8Array(await (await answer(options)).arrayBuffer()),
    text: async (options) => (await answer(options)).text(),
  };
}

/**
 * Sends a request for a file, as often as it needs for an answer.
 * @throws {ApiError} The answer is no 2xx.
 * @throws {TransportError} There is none.
 * @throws {RequestError} The input or an option is wrong.
 */
export async function openFile(
  call: Call,
  options: CallOptions | undefined,
  build: () => BuiltRequest,
): Promise<OpenFile> {
  const deadline = startCall(call, options, NO_LIMIT_MS);
  try {
    const answer = await sendCall(call, deadline, build());
    if (!answer.ok) throw await readApiError(call, deadline, answer);
    const { headers } = answer;
    const response = transferBody(call, deadline, answer);
    return {
      stream: response.body ?? new Blob().stream(),
      size: sizeOf(call, answer),
      name: fileNameOf(headers),
      mediaType: headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() || undefined,
      etag: headers.get("etag") ?? undefined,
      response,
    };
  } catch (error) {
    deadline.end();
    throw error;
  }
}
