import { type Call, callOn } from "../call.ts";
import type { CallOptions } from "../call-options.ts";
import type { Core } from "../core.ts";
import { startCall } from "../deadline.ts";
import { engineOf } from "../engine.ts";
import { HostNotAllowedError } from "../errors/request/host-not-allowed-error.ts";
import { RequestError } from "../errors/request/request-error.ts";
import type { BodyParser, BodyRow } from "../operation-row.ts";
import { finishCall } from "../pipeline.ts";
import { binaryBody, formBody, jsonBody, multipartBody, textBody } from "../request/body.ts";
import { draftOf } from "../request/build-request.ts";
import { kindOf } from "../request/kind-of.ts";
import { writeInput } from "../request/parameter.ts";
import { checkPath } from "../request/path.ts";
import { inQuery } from "../request/place.ts";
import { structuredValue } from "../request/structured-value.ts";
import { API_ERRORS } from "../response/api-errors.ts";
import { asBlob } from "../response/as-blob.ts";
import { asJson } from "../response/as-json.ts";
import { asText } from "../response/as-text.ts";
import { sendCall } from "../retry/send-call.ts";
import { sameOrigin } from "../transport/redirect.ts";

/** What goes with a request to a path that no operation describes. */
export interface RequestInput {
  /** Query parameters: text, numbers, booleans, or arrays of them; `undefined` is left out. */
  readonly query?: Readonly<Record<string, unknown>>;
  /** An object or array is sent as JSON, a `FormData` as a form, `URLSearchParams` as such, bytes as they are, text as text. */
  readonly body?: unknown;
  /** Request headers. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** How a body of each kind of value is sent; anything else must be bytes. */
const BODY_ROWS: { readonly [kind: string]: BodyRow } = {
  object: { write: jsonBody },
  array: { write: jsonBody },
  formdata: { write: multipartBody },
  urlsearchparams: { write: formBody },
  string: { write: textBody },
};
const BYTES: BodyRow = { write: binaryBody };

/**
 * Sends a request to any path of the client's server, through the same guards as every operation.
 * @param path - The path below `baseUrl`, with values encoded; it begins with a slash and has no query.
 * @returns The decoded body: parsed JSON, text, or a `Blob`, by the answer's content type; `undefined` where there is none.
 * @throws {ApiError} The answer is no 2xx.
 * @throws {TransportError} There is no answer.
 * @throws {RequestError} The method, the path or a value is wrong.
 * @throws {HostNotAllowedError} The path is a URL of another origin.
 * @throws {UnsafePathError} The path has a dot segment, an empty segment, `?`, `#` or a backslash.
 * @throws {DecodeError} The answer says JSON, and is none.
 */
export async function request(
  core: Core,
  method: string,
  path: string,
  input: RequestInput = {},
  options: CallOptions = {},
): Promise<unknown> {
  const { query = {}, body, headers } = input;
  const call = callOn(engineOf(core), { method, path: shownPath(path), errors: API_ERRORS, redirects: sameOrigin });
  if (!/^[A-Z]+$/.test(method)) throw new RequestError(call, "the method must be a word in capitals");
  checkTarget(call, path);
  const deadline = startCall(call, options);
  try {
    const draft = draftOf(call, { ...headers, ...options.headers });
    for (const [name, value] of Object.entries(query))
      writeInput(call, draft, name, { in: inQuery, type: "any", write: structuredValue }, value);
    writeInput(call, draft, "body", BODY_ROWS[kindOf(body)] ?? BYTES, body);
    const response = await sendCall(call, deadline, draft);
    const outcome = await finishCall(call, deadline, response, parserFor(response));
    if (outcome.ok) return outcome.data;
    throw outcome.error;
  } finally {
    deadline.end();
  }
}

/** A path as errors may show it: without a query, and of an address only the origin, because the rest may be a secret. */
function shownPath(path: string): string {
  if (URL.canParse(path)) return new URL(path).origin;
  return `${path}`.replace(/[?#].*/s, "").replace(/^(\/\/)[^/]*@/, "$1");
}

function checkTarget(call: Call, path: string): void {
  if (typeof path === "string" && path.startsWith("/")) {
    checkPath(call, path);
    return;
  }
  const isForeign = URL.canParse(path) && new URL(path).origin !== call.engine.origin;
  if (isForeign) throw new HostNotAllowedError(call, `only paths of ${call.engine.origin} can be requested`);
  throw new RequestError(call, "the path must begin with a slash, and stand below baseUrl");
}

function parserFor(response: Response): BodyParser {
  const type = response.headers.get("content-type") ?? "";
  if (/[/+]json/.test(type)) return asJson;
  return /^text\/|^$/.test(type) ? asText : asBlob;
}
