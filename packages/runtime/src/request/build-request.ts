import type { Call } from "../call.ts";
import type { CallOptions } from "../call-options.ts";
import { RequestError } from "../errors/request/request-error.ts";
import type { BodyRow, OperationRow, ParamRow } from "../operation-row.ts";
import { setHeader } from "./header.ts";
import { kindOf } from "./kind-of.ts";
import { type RequestDraft, writeInput, wrongType } from "./parameter.ts";

/** A request that is ready to be sent, as often as need be. It has no credentials yet. */
export interface BuiltRequest {
  /** The whole URL, on the server of the client. */
  readonly url: string;
  /** The headers by their names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body, of a kind that can be sent again. */
  readonly body?: BodyInit | undefined;
}

/** The parts of a row that say how its input is written. */
export type InputRow = Pick<OperationRow, "params" | "body" | "parse">;

/**
 * Builds the request of an operation from its flat input: each name goes where the row wants it.
 * @throws {RequestError} An input is missing, unknown, or of another type.
 * @throws {UnsafePathError} A path value could lead to another path.
 * @throws {SerializationError} A value does not fit into a URL, a header or a body.
 */
export function buildRequest(call: Call, row: InputRow, input: unknown, options: CallOptions = {}): BuiltRequest {
  if (kindOf(input ?? {}) !== "object") throw wrongType(call, "input", "object", input);
  // Both without a prototype, so that a parameter named `constructor` is not there unless given or declared.
  const given: Record<string, unknown> = { __proto__: null, ...(input as object) };
  const inputs: Record<string, unknown> = { __proto__: null, ...row.params, ...(row.body && { body: row.body }) };
  for (const name in given) {
    if (!(name in inputs)) throw new RequestError(call, `unknown input ${name}; known: ${Object.keys(inputs)}`);
  }
  const draft = draftOf(call, { ...row.parse.headers, ...options.headers });
  const values = call.engine.complete?.(given) ?? given;
  for (const name in inputs) writeInput(call, draft, name, inputs[name] as ParamRow | BodyRow, values[name]);
  return draft;
}

/**
 * A request before its input is written. Headers that the caller chose are in it, and go before what the input sets.
 * @throws {SerializationError} A header cannot be written.
 */
export function draftOf(call: Call, headers: Readonly<Record<string, string>>): RequestDraft {
  const draft: RequestDraft = { url: call.engine.baseUrl + call.target.path, headers: {} };
  for (const name in headers) setHeader(call, draft.headers, name, headers[name]);
  return draft;
}
