import { asJson, type BodyParser, notDecoded } from "@fairlead/runtime";
import { GraphqlError, type GraphqlErrorKind } from "./graphql-error.ts";

/** The call whose answer is read. */
type Reading = Parameters<BodyParser["parse"]>[0];

const kinds: { readonly [status: number]: GraphqlErrorKind } = { 400: "badRequest", 403: "forbidden", 404: "notFound" };

const advice: { readonly [kind in GraphqlErrorKind]: string } = {
  forbidden: "403, the user may not",
  notFound: "404, not there or no access",
  badRequest: "400, a value is refused",
  document: "document or variables do not fit the schema",
  server: "the server failed, or a value is wrong",
};

/**
 * Gives the data of an answer. The parser throws a GraphqlError where the answer has errors, and a DecodeError where it
 * has no data.
 */
export const asGraphql: BodyParser = {
  ...asJson,
  async parse(call, deadline, response) {
    const { data, errors } = Object(await asJson.parse(call, deadline, response));
    const failures = [errors ?? []].flat();
    if (failures.length) throw graphqlError(call, data, failures);
    if (!isObject(data)) throw notDecoded(call, response, "no data in", "");
    return data;
  },
};

/** Whether a value has members. */
export function isObject(value: unknown): value is { readonly [name: string]: unknown } {
  return Object(value) === value;
}

function graphqlError(call: Reading, data: unknown, failures: readonly unknown[]): GraphqlError {
  const errors = failures.map((failure) => {
    const { message, path, extensions } = Object(failure);
    const { status } = Object(extensions);
    return {
      message: call.scrub(`${message}`),
      path: Array.isArray(path) ? path.map(call.scrub) : undefined,
      // A text of the server's would be shown with the error.
      status: Number(status) || undefined,
    };
  });
  const told = errors.find(({ status }) => status) ?? errors.find(({ path }) => path);
  const { status, path } = Object(told);
  const kind = kinds[status] ?? (told ? "server" : "document");
  // The server's own texts stay out of it: they name parts of its database.
  const place = path ? ` at ${path.join(".").slice(0, 99)}` : "";
  const text = `${call.names.operationId}${place}, ${advice[kind]}; see its errors`;
  return new GraphqlError(call, text, { kind, status }, { errors, data });
}
