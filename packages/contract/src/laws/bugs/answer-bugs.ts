import { declaredResponse } from "../document/judge.ts";
import { isObject } from "../document/shapes.ts";
import type { LawContext } from "../law-context.ts";
import { answerWith, exampleOf, type Intercepted, intercept, jsonOf } from "./intercept.ts";
import type { PlantedBug } from "./planted-bug.ts";

/** A bug that changes answers without remembering anything. */
function inAnswers(
  law: string,
  what: string,
  change: (seen: Intercepted, context: LawContext) => Promise<Response>,
): PlantedBug {
  return { law, what, plant: (open, context) => intercept(open, context, () => (seen) => change(seen, context)) };
}

/** The request with another credential, or none. */
function withCredential(request: Request, credential: string | null): Request {
  const headers = new Headers(request.headers);
  if (credential === null) headers.delete("authorization");
  else headers.set("authorization", `Bearer ${credential}`);
  return new Request(request, { headers });
}

/** Statuses that lead elsewhere. */
const redirects: readonly string[] = ["301", "302", "303", "307", "308"];

/** Bugs of single answers: shapes, credentials, ids, methods. */
export const answerBugs: readonly PlantedBug[] = [
  inAnswers("response_conformance", "a required member is missing", async ({ next, operation }, { tables, shapes }) => {
    const response = await next();
    const json = await jsonOf(response);
    if (operation === undefined || !response.ok || !isObject(json)) return response;
    const { schema = true } =
      Object.values(declaredResponse(operation, response.status, tables)?.content ?? {})[0] ?? {};
    const [name] = shapes
      .branches(schema)
      .flatMap(({ required }) => (Array.isArray(required) ? required : [])) as string[];
    if (name === undefined) return response;
    const { [name]: _left, ...rest } = json;
    return answerWith(response, { json: rest });
  }),
  inAnswers("response_conformance", "a member that is declared nowhere is sent", async ({ next }) => {
    const response = await next();
    const json = await jsonOf(response);
    return response.ok && isObject(json) ? answerWith(response, { json: { ...json, internal_notes: "x" } }) : response;
  }),
  inAnswers("response_conformance", "the content type is another one", async ({ next }) => {
    const response = await next();
    const headers = new Headers(response.headers);
    headers.set("content-type", "text/html");
    return new Response(response.body, { status: response.status, headers });
  }),
  inAnswers("response_conformance", "the status is not declared", async ({ next }) => {
    const response = await next();
    return response.ok ? answerWith(response, { status: 206, text: await response.clone().text() }) : response;
  }),
  {
    ...inAnswers("response_conformance", "a redirect does not say where to", async ({ next }) => {
      const response = await next();
      const headers = new Headers(response.headers);
      headers.delete("location");
      return new Response(response.body, { status: response.status, headers });
    }),
    applies: ({ tables }) =>
      tables.operations.some(({ responses }) => Object.keys(responses).some((status) => redirects.includes(status))),
  },
  inAnswers(
    "positive_data_acceptance",
    "optional members are refused",
    async ({ next, request, operation }, { shapes }) => {
      const [mediaType, declared] = Object.entries(operation?.body?.content ?? {})[0] ?? [];
      const sent: unknown =
        mediaType === "application/json"
          ? await request
              .clone()
              .json()
              .catch(() => undefined)
          : undefined;
      const { required } = shapes.resolve(declared?.schema);
      const response = await next();
      const count = Array.isArray(required) ? required.length : 0;
      return isObject(sent) && response.ok && Object.keys(sent).length > count
        ? answerWith(response, { status: 400, json: { error: "too much" } })
        : response;
    },
  ),
  inAnswers("negative_data_rejection", "what is wrong is accepted", async ({ next, operation }, context) => {
    const response = await next();
    return response.status === 400 && operation !== undefined ? exampleOf(response, operation, context) : response;
  }),
  inAnswers("negative_data_rejection", "the refusal has no text", async ({ next }) => {
    const response = await next();
    return response.status === 400 ? answerWith(response, { json: {} }) : response;
  }),
  inAnswers("not_a_server_error", "odd values make the server fail", async ({ next }) => {
    const response = await next();
    return response.status === 400 || response.status === 404
      ? answerWith(response, { status: 500, json: { error: "crash" } })
      : response;
  }),
  inAnswers("auth_answers", "any credential will do", async ({ next, request, world }) =>
    next(request.headers.get("authorization")?.includes("invalid") ? withCredential(request, world.token()) : request),
  ),
  inAnswers("auth_answers", "no credential is needed", async ({ next, request, world }) =>
    next(request.headers.has("authorization") ? request : withCredential(request, world.token())),
  ),
  {
    ...inAnswers("auth_answers", "every role may do everything", async ({ next, request, world }) => {
      const response = await next(request.clone());
      return response.status === 403 ? next(withCredential(request, world.token())) : response;
    }),
    applies: ({ tables }) =>
      tables.operations.some(({ security }) =>
        Object.entries(tables.auth).some(([scheme, { roles }]) =>
          Object.values(roles).some((scopes) =>
            security.every((all) => all[scheme]?.some((scope) => !scopes.includes(scope)) === true),
          ),
        ),
      ),
  },
  inAnswers("auth_answers", "missing and forbidden are mixed up", async ({ next }) => {
    const response = await next();
    const other = { 401: 403, 403: 401 }[response.status];
    return other === undefined ? response : answerWith(response, { status: other, json: await jsonOf(response) });
  }),
  inAnswers("unknown_id_is_404", "what does not exist is found", async ({ next, operation }, context) => {
    const response = await next();
    return response.status === 404 && operation !== undefined ? exampleOf(response, operation, context) : response;
  }),
  inAnswers("unsupported_method", "Allow is missing", async ({ next }) => {
    const response = await next();
    const headers = new Headers(response.headers);
    headers.delete("allow");
    return new Response(response.body, { status: response.status, headers });
  }),
  inAnswers("unsupported_method", "Allow lists a method too many", async ({ next }) => {
    const response = await next();
    const headers = new Headers(response.headers);
    if (headers.has("allow")) headers.set("allow", `${headers.get("allow")}, TRACE`);
    return new Response(response.body, { status: response.status, headers });
  }),
  inAnswers("unsupported_method", "a wrong method is not found", async ({ next }) => {
    const response = await next();
    return response.status === 405 ? answerWith(response, { status: 404, json: await jsonOf(response) }) : response;
  }),
  inAnswers("head_as_get", "HEAD is refused", async ({ next, request }) => {
    const response = await next();
    return request.method === "HEAD" ? answerWith(response, { status: 405 }) : response;
  }),
];
