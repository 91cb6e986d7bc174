import { type Call, callOn } from "../../src/call.ts";
import type { Core, CoreOptions } from "../../src/core.ts";
import { createCore } from "../../src/core.ts";
import { engineOf } from "../../src/engine.ts";

/** One request as fetch got it. */
export interface SentRequest {
  readonly url: string;
  readonly init: RequestInit;
  readonly headers: Headers;
}

/** What a server of a test answers: a response, or what makes one of the request. */
export type Answer = Response | Error | ((request: SentRequest) => Response | Promise<Response>);

/** A core client on a scripted server. */
export interface TestClient {
  readonly core: Core;
  readonly sent: SentRequest[];
}

/**
 * Makes a core client whose fetch gives the answers in order, then the last one again and again. It sends each request
 * once, unless `retry` says otherwise.
 */
export function clientWith(answers: Answer | Answer[], options: Partial<CoreOptions> = {}): TestClient {
  const script = [answers].flat();
  const sent: SentRequest[] = [];
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const request = { url, init, headers: new Headers(init.headers) };
    sent.push(request);
    const answer = script[Math.min(sent.length, script.length) - 1];
    if (answer === undefined) throw new Error("The script has no answer.");
    if (answer instanceof Error) throw answer;
    return typeof answer === "function" ? answer(request) : answer.clone();
  };
  const core = createCore({
    name: "museum-client",
    version: "1.2.3",
    auth: "museum-token-0123456789",
    baseUrl: "https://api.museum.test",
    fetch,
    retry: false,
    ...options,
  });
  return { core, sent };
}

/** A JSON answer. */
export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json", ...headers } });
}

/** A call of `GET /visits/{id}`, for the parts that need one. */
export function someCall(method = "GET", path = "/visits/{id}"): Call {
  return callOn(engineOf(clientWith(json({})).core), { id: "getVisit", method, path });
}

/** What a promise rejects with. */
export async function rejection(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
  } catch (error) {
    return error;
  }
  throw new Error("The promise did not reject.");
}
