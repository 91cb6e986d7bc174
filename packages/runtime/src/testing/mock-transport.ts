import type { FetchFunction } from "../core.ts";
import { RequestError } from "../errors/request/request-error.ts";
import type { MockAnswer, ScriptedAnswer, ScriptedResult } from "./mock-answer.ts";
import { connectionFailure, scriptedBody } from "./scripted-body.ts";

/** One request as the transport got it. */
export interface MockRequest {
  /** The whole URL. */
  readonly url: string;
  /** Its origin. */
  readonly origin: string;
  /** The method, in capitals. */
  readonly method: string;
  /** The headers. */
  readonly headers: Headers;
  /** The body as the client gave it. */
  readonly body: BodyInit | null | undefined;
  /** All that fetch was given, its signal too. */
  readonly init: RequestInit;
}

/** A `fetch` that answers by a script. */
export interface MockTransport extends FetchFunction {
  /** All requests so far, in order. */
  readonly requests: readonly MockRequest[];
  /** How many answers of the script have not been given. */
  remaining(): number;
}

/**
 * Makes a `fetch` whose answers are given in order, for the `fetch` option of a client.
 * What is aborted rejects with the signal's reason, as fetch does, before the headers and in the body.
 * @param script - One answer for each request, redirects included.
 * @throws {RequestError} From a request: the script is over. Its message says which request was one too many.
 */
export function mockTransport(script: readonly MockAnswer[]): MockTransport {
  const requests: MockRequest[] = [];
  const send = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const { origin, pathname } = new URL(url);
    const method = init.method ?? "GET";
    const signal = init.signal ?? undefined;
    signal?.throwIfAborted();
    const request = { url, origin, method, headers: new Headers(init.headers), body: init.body, init };
    const answer = script[requests.length];
    requests.push(request);
    // An error of ours, because a client neither wraps nor repeats it.
    if (answer === undefined)
      throw new RequestError(
        undefined,
        `mockTransport: the script has ${script.length} answers and is over; request ${requests.length} is ${method} ${origin}${pathname}`,
      );
    const result = async () => play(typeof answer === "function" ? await answer(request) : answer, signal);
    return untilAborted(result(), signal);
  };
  return Object.assign(send, { requests, remaining: () => Math.max(0, script.length - requests.length) });
}

/** Does what a step of the script says. */
function play(result: ScriptedResult, signal: AbortSignal | undefined): Response | Promise<Response> {
  if (result === "stall") return new Promise(() => {});
  if (typeof result === "string") throw connectionFailure(result);
  if (result instanceof Error) throw result;
  // A copy, so that the same Response can stand in a script twice.
  return result instanceof Response ? result.clone() : scripted(result, signal);
}

function scripted(answer: ScriptedAnswer, signal: AbortSignal | undefined): Response {
  const { status = 200, json } = answer;
  const headers = new Headers(answer.headers);
  if (json !== undefined && !headers.has("content-type")) headers.set("content-type", "application/json");
  const body = json === undefined ? answer.body : JSON.stringify(json);
  return new Response(body === undefined ? null : scriptedBody(body, answer, signal), { status, headers });
}

function untilAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal?.reason);
    signal?.addEventListener("abort", abort, { once: true });
    work.then(resolve, reject).finally(() => signal?.removeEventListener("abort", abort));
  });
}
