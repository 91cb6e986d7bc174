import type { Call } from "../call.ts";
import type { CallOptions } from "../call-options.ts";
import type { Engine } from "../engine.ts";
import { RequestError } from "../errors/request/request-error.ts";
import type { BinaryBody } from "../request/body.ts";
import { formBlob } from "./form-blob.ts";
import { progressMeter } from "./progress-meter.ts";

/** How far an upload is. */
export interface UploadProgress {
  /** Bytes of the body that the connection has taken; it begins anew when the request is sent again. */
  readonly sent: number;
  /** Bytes of the whole body: of a form also what stands around its files. */
  readonly total: number;
}

/** What one call with a multipart or a binary body may set. */
export interface UploadOptions extends CallOptions {
  /**
   * Is told how far the upload is: at most every 100 ms, and once when all is sent. Where a platform does not tell, as
   * browsers do not, it is told the end only. What it throws is ignored.
   */
  readonly onProgress?: (progress: UploadProgress) => void;
}

/**
 * Makes the sending of a body tell its progress, where the caller wants it. The server gets the same bytes, those between
 * the parts of a form aside.
 * @throws {RequestError} `onProgress` is no function.
 */
export function withProgress<B extends BodyInit>(call: Call, body: B): B {
  const { onProgress } = call.options as UploadOptions;
  if (onProgress === undefined) return body;
  if (typeof onProgress !== "function") throw new RequestError(call, "onProgress must be a function");
  const { engine } = call;
  const tell = progressMeter(engine.clock, onProgress);
  // Each attempt goes through fetch, and nothing before it has to know.
  const fetch: typeof engine.fetch = (url, init) => sendCounted(engine, url, init, tell);
  (call as { engine: Engine }).engine = { ...engine, fetch };
  return body;
}

async function sendCounted(
  { fetch = globalThis.fetch }: Engine,
  url: string,
  init: RequestInit,
  tell: (progress: UploadProgress, isLast?: boolean) => void,
): Promise<Response> {
  const body = blobOf(init.body);
  // A redirect has no body, and one that is not of this platform's kinds is its fetch's business.
  if (!body) return fetch(url, init);
  const total = body.size;
  let sent = 0;
  let isOver = false;
  const add = (bytes: number) => {
    sent += bytes;
    if (isOver) return;
    isOver = sent >= total;
    tell({ sent, total }, isOver);
  };
  try {
    const response = await fetch(url, { ...init, body: counted(body, add) });
    // The server has all of it, whether or not the platform told.
    if (response.ok) add(total - sent);
    return response;
  } finally {
    isOver = true;
  }
}

function blobOf(body: RequestInit["body"]): Blob | undefined {
  if (body instanceof Blob) return body;
  if (body instanceof FormData) return formBlob(body);
  const isBytes = body instanceof ArrayBuffer || body instanceof Uint8Array;
  return isBytes ? new Blob([body as BinaryBody]) : undefined;
}

/** Bytes of a piece, as of a file on disk: a `Blob` in memory comes as a whole, and would be told only when it is over. */
const PIECE_BYTES = 65_536;

/**
 * The same bytes, which count what is read of them. fetch of Node calls the public `stream`, and knows the length besides,
 * which it would not know of a stream.
 */
function counted(body: Blob, add: (bytes: number) => void): Blob {
  const stream = () => {
    const reader = body.stream().getReader();
    let rest: Uint8Array<ArrayBuffer> | undefined;
    return new ReadableStream<Uint8Array<ArrayBuffer>>(
      {
        async pull(controller) {
          rest = rest?.length ? rest : (await reader.read()).value;
          if (!rest) return controller.close();
          const piece = rest.subarray(0, PIECE_BYTES);
          rest = rest.subarray(PIECE_BYTES);
          add(piece.length);
          controller.enqueue(piece);
        },
        cancel: (reason) => reader.cancel(reason),
      },
      // Nothing is read ahead, so that what is counted is what the connection has taken.
      { highWaterMark: 0 },
    );
  };
  return Object.defineProperty(body.slice(0, body.size, body.type), "stream", { value: stream });
}
