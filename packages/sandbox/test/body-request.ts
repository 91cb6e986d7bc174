import { type ReadBody, readBody } from "../src/body/read-body.ts";
import { Refusal } from "../src/engine/refusal.ts";
import { FileStore } from "../src/files/file-store.ts";
import { defaultLimits, type Limits } from "../src/limits.ts";

/** What a request brings. */
export interface Sent {
  readonly body?: RequestInit["body"];
  readonly type?: string;
  readonly length?: number;
  readonly method?: string;
  readonly signal?: AbortSignal;
}

/** A museum's request with a body as it would come from a socket. */
export function requestWith({ body, type, length, method = "POST", signal }: Sent): Request {
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body; // a text would bring a type of its own
  const request = new Request("http://127.0.0.1/exhibits", {
    method,
    ...(bytes !== undefined && { body: bytes, duplex: "half" }),
    ...(signal && { signal }),
  } as RequestInit);
  if (type !== undefined) request.headers.set("content-type", type);
  if (length !== undefined) request.headers.set("content-length", String(length));
  return request;
}

/** Reads a request's body for an operation that takes these types. */
export function read(
  sent: Sent | Request,
  types: readonly string[] = ["application/json"],
  limits: Partial<Limits> = {},
  store: FileStore = new FileStore({ ...defaultLimits, ...limits }),
): Promise<ReadBody> {
  const content = Object.fromEntries(types.map((type) => [type, { schema: true }]));
  const request = sent instanceof Request ? sent : requestWith(sent);
  return readBody(request, { required: true, content }, { ...defaultLimits, ...limits }, store);
}

/** The refusal that reading ends with, as `status: message`. */
export async function refusalOf(reading: Promise<unknown>): Promise<string> {
  const error = await reading.then(
    (value) => new Error(`nothing was refused: ${JSON.stringify(value)}`),
    (reason: unknown) => reason,
  );
  if (error instanceof Refusal) return `${error.status}: ${error.message}`;
  throw error;
}

/** A body in these pieces, which counts how often it was asked for one. */
export function pieces(...chunks: readonly (string | Uint8Array)[]): {
  body: ReadableStream<Uint8Array>;
  pulls: () => number;
  isCancelled: () => boolean;
} {
  let pulls = 0;
  let cancelled = false;
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const chunk = chunks[pulls++];
        if (chunk === undefined) return controller.close();
        controller.enqueue(typeof chunk === "string" ? new TextEncoder().encode(chunk) : chunk);
      },
      cancel() {
        cancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { body, pulls: () => pulls, isCancelled: () => cancelled };
}
