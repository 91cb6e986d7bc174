import { tmpdir } from "node:os";
import { join } from "node:path";
import { type FileResult, fileResult } from "../src/files/index.ts";
import type { CallOptions, CoreOptions, JobRow, OperationRow, ParamRow } from "../src/index.ts";
import { toFile } from "../src/node/to-file.ts";
import type { OperationFunction } from "../src/operation.ts";
import { operation } from "../src/operation.ts";
import { byCursor } from "../src/pagination/by-cursor.ts";
import { type ListFunction, listOperation } from "../src/pagination/list-operation.ts";
import { request } from "../src/raw/index.ts";
import type { FakeClock, ScriptedResult } from "../src/testing/index.ts";
import { anyHost } from "../src/transport/redirect.ts";
import { waitFunction } from "../src/waiters/wait-function.ts";
import type { Form, Stage } from "./secrets-cases.ts";

/** The kinds of calls: one operation, a walk through the pages of a list, a wait for a job, and the file that it made. */
export const kinds = ["call", "list", "wait", "file"] as const;
/** One of them. */
export type Kind = (typeof kinds)[number];

/** One way in which a call fails, and in which its secret could come back. */
export interface Scenario {
  readonly name: string;
  /** The name of the class of the error. */
  readonly error: string;
  /**
   * The kind of call, where it is not one operation.
   * @default "call"
   */
  readonly kind?: Kind;
  /** What the server does with the request of a number. */
  play(echo: string, secret: string, index: number): ScriptedResult;
  /** The forms that can meet it; all without it. */
  readonly forms?: readonly Form[];
  readonly row?: Partial<OperationRow>;
  readonly options?: (secret: string) => Partial<CoreOptions>;
  readonly input?: (secret: string) => object;
  readonly callOptions?: (secret: string) => CallOptions;
  /** Whether `run` moves the clock itself, because it also waits for the disk, which has no timer. */
  readonly drivesClock?: true;
  /** Makes a call of its own kind. */
  readonly run?: (stage: Stage) => Promise<unknown>;
}

const decoded: readonly Form[] = ["function", "safe", "full", "request"];
const declared: readonly Form[] = ["function", "safe", "full"];
const alone: readonly Form[] = ["function"];

const CLASSES: { readonly [status: number]: string } = {
  400: "BadRequestError",
  401: "AuthenticationError",
  402: "PaymentRequiredError",
  403: "PermissionDeniedError",
  404: "NotFoundError",
  409: "ConflictError",
  410: "GoneError",
  412: "PreconditionFailedError",
  413: "PayloadTooLargeError",
  418: "ApiError",
  422: "UnprocessableEntityError",
  423: "LockedError",
  429: "RateLimitError",
  500: "ServerError",
};

const byStatus = Object.entries(CLASSES).map(
  ([status, error]): Scenario => ({
    name: `${status} with a message`,
    error,
    forms: decoded,
    play: (echo) => ({ status: Number(status), json: { message: `no: ${echo}` } }),
  }),
);

const answers: { readonly [name: string]: (echo: string) => ScriptedResult } = {
  "a nested text": (echo) => ({ status: 500, json: { error: { message: echo, more: [echo, { [echo]: echo }] } } }),
  "JSON in JSON": (echo) => ({ status: 500, json: { detail: JSON.stringify({ request: echo }) } }),
  "plain text": (echo) => ({ status: 502, body: `upstream said ${echo}` }),
  "a page": (echo) => ({ status: 503, body: `<title>${echo}</title>`, headers: { "content-type": "text/html" } }),
  "a header that the client shows": (echo) => ({ status: 500, headers: { "x-request-id": echo } }),
  "a body that stalls": (echo) => ({ status: 500, body: `${echo}   `, cut: { afterBytes: 500, by: "stall" } }),
};

const byAnswer = Object.entries(answers).map(
  ([name, play]): Scenario => ({ name: `5xx with ${name}`, error: "ServerError", forms: decoded, play }),
);

const NETWORK = ["getaddrinfo ENOTFOUND", "connect ECONNREFUSED", "read ECONNRESET", "CERT_HAS_EXPIRED", "failed"];

const byNetwork = NETWORK.flatMap((text): Scenario[] => [
  {
    name: `fetch throws ${text}`,
    error: "ConnectionError",
    play: (echo) => new TypeError(`request to ${echo} failed, reason: ${text}`),
  },
  {
    name: `a deep cause says ${text}`,
    error: "ConnectionError",
    play: (echo) => new TypeError("fetch failed", { cause: new Error(text, { cause: new Error(echo) }) }),
  },
]);

const decoding: Scenario[] = [
  {
    name: "a page in JSON's place",
    error: "DecodeError",
    forms: declared,
    play: (echo) => ({ body: `<a href="${echo}">`, headers: { "content-type": "text/html" } }),
  },
  {
    name: "broken JSON",
    error: "DecodeError",
    forms: decoded,
    play: (echo) => ({ body: `{"next":${JSON.stringify(echo)}`, headers: { "content-type": "application/json" } }),
  },
  {
    name: "an odd content type",
    error: "DecodeError",
    forms: declared,
    play: (echo) => ({ body: "no", headers: { "content-type": `text/plain; name="${echo}"` } }),
  },
];

const location = (to: (echo: string) => string) => (echo: string) => ({
  status: 302,
  headers: { location: to(encodeURIComponent(echo)) },
});
const redirects: Scenario[] = [
  {
    name: "a redirect that no document allows",
    error: "UnexpectedStatusError",
    forms: declared,
    play: location((echo) => `https://other.test/?to=${echo}`),
  },
  {
    name: "a redirect of request or raw to another host",
    error: "RedirectError",
    forms: ["request", "raw"],
    play: location((echo) => `https://other.test/?to=${echo}`),
  },
  {
    name: "a redirect to plain http",
    error: "RedirectError",
    forms: declared,
    row: { redirects: anyHost },
    play: location((echo) => `http://other.test/?to=${echo}`),
  },
  {
    name: "a redirect with credentials in it",
    error: "RedirectError",
    forms: declared,
    row: { redirects: anyHost },
    play: location((echo) => `https://user:${echo}@other.test/`),
  },
  {
    name: "redirects in a circle, over another host",
    error: "RedirectError",
    forms: declared,
    row: { redirects: anyHost },
    play: (echo, _secret, index) => ({
      status: 307,
      headers: { location: `https://${index % 2 ? "api.museum" : "other"}.test/?n=${index}&to=${echo.length}` },
    }),
  },
  {
    name: "a refusal after a redirect to a signed address",
    error: "PermissionDeniedError",
    forms: declared,
    row: { redirects: anyHost },
    play: (echo, secret, index) =>
      index
        ? { status: 403, body: `<Error><StringToSign>${echo}</StringToSign></Error>` }
        : { status: 302, headers: { location: `https://bucket.test/f?X-Signature=${secret.length}` } },
  },
];

const waits: Scenario[] = [
  { name: "headers that never come", error: "TimeoutError", play: () => "stall" },
  {
    name: "a body that stalls",
    error: "TimeoutError",
    forms: decoded,
    play: (echo) => ({ json: { echo }, cut: { afterBytes: 4, by: "stall" } }),
  },
  {
    name: "an abort",
    error: "AbortedError",
    callOptions: () => ({ signal: AbortSignal.abort() }),
    play: () => "stall",
  },
  {
    name: "no turn",
    error: "RateLimitQueueError",
    forms: alone,
    row: { rateLimit: { name: "strict", quota: 1, windowMs: 60_000 } },
    play: (echo) => ({ json: { echo } }),
    async run({ core, input, row }) {
      const call = operation<OperationFunction>(row);
      await call(core, input);
      return call(core, input, { rateLimit: { maxWaitMs: 1 } });
    },
  },
];

const ok = () => ({ json: {} });
const refusals: Scenario[] = [
  { name: "a list for a text", error: "RequestError", forms: declared, input: (sig) => ({ sig: [sig] }), play: ok },
  {
    name: "an unknown input",
    error: "RequestError",
    forms: declared,
    input: (secret) => ({ unknown: secret }),
    play: ok,
  },
  { name: "a path that walks up", error: "UnsafePathError", forms: declared, input: () => ({ id: ".." }), play: ok },
  {
    name: "a header with a line break",
    error: "SerializationError",
    forms: decoded,
    callOptions: (secret) => ({ headers: { "x-room": `${secret}\n` } }),
    play: ok,
  },
  {
    name: "a header parameter with a line break",
    error: "SerializationError",
    forms: declared,
    input: (secret) => ({ "x-room": `${secret}\r\n` }),
    play: ok,
  },
  {
    name: "an address of another host",
    error: "HostNotAllowedError",
    forms: alone,
    run: ({ core, echo }) => request(core, "GET", `https://other.test/?to=${encodeURIComponent(echo)}`),
    play: ok,
  },
  {
    name: "a path with a query",
    error: "UnsafePathError",
    forms: alone,
    run: ({ core, echo }) => request(core, "GET", `/visits?to=${encodeURIComponent(echo)}`),
    play: ok,
  },
  {
    name: "a provider that throws",
    error: "AuthError",
    options: (secret) => ({ auth: () => Promise.reject(new Error(`login failed for ${secret}`)) }),
    play: ok,
  },
  {
    name: "a provider that gives what no header holds",
    error: "AuthError",
    options: (secret) => ({ auth: () => ({ "x-api-key": `${secret}\n` }) }),
    play: ok,
  },
];

const list = (play: Scenario["play"], name: string): Scenario => ({
  name,
  error: "PaginationError",
  kind: "list",
  forms: alone,
  play,
  async run({ core, input, row }) {
    const { pagination: _, ...rest } = row;
    const all = listOperation<ListFunction>({
      ...rest,
      pagination: { walk: byCursor, param: "sig", items: "/items", key: "/id", next: "/next" },
    });
    return (await all.all(core, input)).length;
  },
});
const lists: Scenario[] = [
  list(
    (echo) => ({ json: { items: [{ id: 1 }], next: `https://other.test/?sig=${encodeURIComponent(echo)}` } }),
    "a next page on another host",
  ),
  list((echo, _, index) => ({ json: { items: [{ id: index }], next: echo } }), "a page token that repeats"),
];

/** A job whose polls give what the scenario says; its start is the first request. */
const wait = (name: string, error: string, play: Scenario["play"], maxWaitMs = 60_000): Scenario => ({
  name,
  error,
  kind: "wait",
  forms: alone,
  play: (echo, secret, index) =>
    index ? play(echo, secret, index) : { status: 201, json: { id: "p1", status: "running" } },
  run({ core, input, row, log }) {
    const { id: _, ...rest } = input as { readonly id: string };
    const status = operation<OperationFunction>(row);
    const start = operation<OperationFunction>({
      ...row,
      method: "POST",
      path: "/prints",
      params: { sig: row.params?.sig as ParamRow },
    });
    const made = waitFunction({ row: job, operation: row, start, status, statusParam: "id" });
    // The states are the server's own answers, so that of those only the progress is a text of ours.
    return made(core, rest, { maxWaitMs, onProgress: (_, progress) => log(progress) }).done();
  },
});
const job: JobRow = {
  start: { id: "/id", state: "/status" },
  status: { operationId: "getVisit", param: "path.id", state: "/status" },
  states: { running: {}, error: { end: "failure", message: ["/message"] }, complete: { end: "success" } },
  poll: { everyMs: 2_000, factor: 1.5, maxMs: 15_000, timeoutMs: 600_000 },
  result: ["/data/url"],
  resultKind: "json",
};
const jobs: Scenario[] = [
  wait("a job that fails", "WaiterFailedError", (echo) => ({ json: { status: "error", message: `no: ${echo}` } })),
  wait("a job that never ends", "WaiterTimeoutError", (echo) => ({ json: { status: "running", echo } })),
  wait("a state that nobody knows", "WaiterTimeoutError", (echo) => ({ json: { status: echo } }), 5_000),
  wait("a job without a result", "WaiterError", (echo) => ({ json: { status: "complete", echo } })),
  wait("a poll that is told to come back in a day", "WaiterError", (echo) => ({
    status: 429,
    json: { message: echo },
    headers: { "retry-after": "86400" },
  })),
  wait("polls that fail", "WaiterError", (echo) => ({ status: 404, json: { message: echo } })),
  {
    ...wait("an aborted wait", "WaiterAbortedError", ok),
    async run({ core, row }) {
      const status = operation<OperationFunction>(row);
      const made = waitFunction({ row: job, operation: row, status, statusParam: "id" });
      return made(core, { id: "5" }, { signal: AbortSignal.abort() }).done();
    },
  },
];

/** The file of a job: the start, one poll with its signed address, and then what its host does. */
const file = (
  name: string,
  error: string,
  host: (echo: string, secret: string) => ScriptedResult,
  read: (file: FileResult, clock: FakeClock) => Promise<unknown> = (made, clock) => clock.finish(made.bytes()),
): Scenario => ({
  name,
  error,
  kind: "file",
  forms: alone,
  play: (echo, secret, index) => {
    if (index > 1) return host(echo, secret);
    const url = `https://bucket.test/f?sig=${encodeURIComponent(secret)}`;
    return { json: { id: "p1", status: index ? "complete" : "running", data: { url } } };
  },
  drivesClock: true,
  async run({ core, row, log, clock }) {
    const status = operation<OperationFunction>(row);
    const start = operation<OperationFunction>({ ...row, method: "POST", path: "/prints", params: {} });
    const made = waitFunction({ row: job, operation: row, start, status, statusParam: "id", result: fileResult });
    const result = (await clock.finish(made(core, {}).done())) as FileResult;
    log(result);
    return read(result, clock);
  },
});
/** Nothing is ever kept there: each file is of a wrong size. */
const target = join(tmpdir(), `secrets-${process.pid}`);
const files: Scenario[] = [
  file("a file that its host refuses", "ApiError", (echo) => ({ status: 403, json: { message: echo } })),
  file("a file whose host is down", "ConnectionError", (echo) => new TypeError(`request to ${echo} failed`)),
  file("a file that has moved", "UnexpectedStatusError", (echo) => ({
    status: 302,
    headers: { location: `https://other.test/?to=${encodeURIComponent(echo)}` },
  })),
  file("a file whose host stalls", "TimeoutError", () => "stall"),
  file(
    "a file of a wrong size",
    "TransferError",
    (echo) => ({ body: echo }),
    (made) => toFile(made, target, { size: 1 }),
  ),
];

/** All ways. */
export const scenarios: readonly Scenario[] = [
  ...byStatus,
  ...byAnswer,
  ...byNetwork,
  ...decoding,
  ...redirects,
  ...waits,
  ...refusals,
  ...lists,
  ...jobs,
  ...files,
];
