import type { Call } from "../call.ts";
import type { CallOptions } from "../call-options.ts";
import { RequestError } from "../errors/request/request-error.ts";
import type { BodyRow, OperationRow } from "../operation-row.ts";
import { setHeader } from "./header.ts";
import { kindOf } from "./kind-of.ts";
import { type ParameterSink, writeParameter } from "./parameter.ts";
import { checkPath } from "./path.ts";

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
export function buildRequest(call: Call, row: InputRow, input: unknown, options?: CallOptions): BuiltRequest {
  if (kindOf(input ?? {}) !== "object")
    throw new RequestError(call, `the input must be an object, but is ${kindOf(input)}`);
  // Without a prototype, so that a parameter named `constructor` is not there unless given.
  const given: Record<string, unknown> = Object.assign(Object.create(null), input);
  const params = Object.entries(row.params ?? {});
  const known = params.map(([name]) => name);
  if (row.body) known.push("body");
  for (const name of Object.keys(given)) {
    if (!known.includes(name)) {
      throw new RequestError(call, `unknown input ${name}; known: ${known}`);
    }
  }
  const sink: ParameterSink = {
    path: call.target.path,
    query: "",
    headers: { ...row.parse.headers },
  };
  for (const [name, param] of params) writeParameter(call, sink, name, param, given[name]);
  return completeRequest(call, sink, row.body, given.body, options);
}

/**
 * Puts a request together when its parameters are written.
 * @throws {RequestError} The body is missing or of a kind that is not taken.
 * @throws {UnsafePathError} The path has a dot segment or an empty segment.
 * @throws {SerializationError} A header or the body cannot be written.
 */
export function completeRequest(
  call: Call,
  { path, query, headers }: ParameterSink,
  row: BodyRow | undefined,
  value: unknown,
  options: CallOptions = {},
): BuiltRequest {
  checkPath(call, path);
  for (const [name, text] of Object.entries(options.headers ?? {})) setHeader(call, headers, name, text);
  const url = call.engine.baseUrl + path + query;
  const isSent = row && (value !== undefined || row.required);
  return { url, headers, body: isSent ? row.write(call, headers, row, value) : undefined };
}
