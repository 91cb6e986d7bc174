import type { AnswerTable, OperationTable } from "@fairlead/sandbox/tables";
import type { LawContext } from "../law-context.ts";
import type { LawWorld, OpenWorld } from "../world.ts";

/** What an interceptor knows of a request. */
export interface Intercepted {
  readonly request: Request;
  readonly url: URL;
  /** Absent where no operation has the path. */
  readonly operation: OperationTable | undefined;
  readonly path: Readonly<Record<string, string>>;
  readonly world: LawWorld;
  /** Sends the request on, or another one. */
  next(request?: Request): Promise<Response>;
}

/** Answers a request of one world. */
export type Interceptor = (intercepted: Intercepted) => Promise<Response>;

/** Worlds whose requests go through an interceptor, one for each world. */
export function intercept(open: OpenWorld, context: LawContext, make: (world: LawWorld) => Interceptor): OpenWorld {
  return async () => {
    const world = await open();
    const interceptor = make(world);
    return {
      ...bound(world),
      fetch: (request) => {
        const url = new URL(request.url);
        const { operation, path } = match(
          request.method,
          url.href.slice(world.origin.length).split("?")[0] ?? "",
          context,
        );
        const next = (other: Request = request): Promise<Response> => world.fetch(other);
        return interceptor({ request, url, operation, path, world, next });
      },
    };
  };
}

/** The same world, with methods that keep their `this` when they are spread. */
export function bound(world: LawWorld): LawWorld {
  return {
    origin: world.origin,
    fetch: (request) => world.fetch(request),
    token: (role, tier) => world.token(role, tier),
    credential: (operationId) => world.credential?.(operationId),
    now: () => world.now(),
    advance: (ms) => world.advance(ms),
    planJob: (plan) => world.planJob(plan),
    ...(world.told && { told: world.told.bind(world) }),
    entities: (type) => world.entities(type),
    add: (type, entities) => world.add(type, entities),
    journal: () => world.journal(),
    close: () => world.close(),
  };
}

/** An answer like this one with another status or another JSON body. */
export function answerWith(response: Response, changes: { status?: number; json?: unknown; text?: string }): Response {
  const headers = new Headers(response.headers);
  headers.delete("content-length");
  const { status = response.status, json, text = json === undefined ? undefined : JSON.stringify(json) } = changes;
  const isBare = text === undefined || nullBodyStatuses.includes(status);
  if (isBare) headers.delete("content-type");
  else if (json !== undefined) headers.set("content-type", "application/json");
  return new Response(isBare ? null : text, { status, headers });
}

/** Statuses that go without a body. @see https://fetch.spec.whatwg.org/#null-body-status */
const nullBodyStatuses: readonly number[] = [204, 205, 304];

/** The declared success of an operation, with the first example as its body. */
export function exampleOf(response: Response, operation: OperationTable, context: LawContext): Response {
  const status = Math.min(
    ...Object.keys(operation.responses)
      .map(Number)
      .filter((one) => one >= 200 && one < 300),
  );
  return declaredAs(response, { status, response: operation.responses[String(status)] ?? "" }, context);
}

/** A declared answer, with the first example as its body. */
export function declaredAs(
  response: Response,
  { status, response: name }: AnswerTable,
  { tables }: LawContext,
): Response {
  const content = tables.responses[name]?.content ?? {};
  const [mediaType, media] = Object.entries(content)[0] ?? [];
  if (mediaType === undefined) return answerWith(response, { status });
  const [example] = Object.values(media?.examples ?? {});
  if (/[/+]json\b/.test(mediaType)) return answerWith(response, { status, json: example });
  const headers = new Headers(response.headers);
  headers.set("content-type", mediaType);
  return new Response(String(example), { status, headers });
}

/** The JSON of an answer; undefined where it has none. The answer can still be read. */
export async function jsonOf(response: Response): Promise<unknown> {
  if (!/[/+]json\b/.test(response.headers.get("content-type") ?? "")) return undefined;
  return await response
    .clone()
    .json()
    .catch(() => undefined);
}

function match(
  method: string,
  pathname: string,
  { tables }: LawContext,
): { operation: OperationTable | undefined; path: Record<string, string> } {
  const found = tables.operations.flatMap((operation) => {
    const pattern = operation.path.replaceAll(/[.+*?^$()|[\]\\]/g, "\\$&").replaceAll(/\{([^}]+)\}/g, "([^/]+)");
    const groups = new RegExp(`^${pattern}$`).exec(pathname);
    if (groups === null || (operation.method !== method && !(method === "HEAD" && operation.method === "GET")))
      return [];
    const names = [...operation.path.matchAll(/\{([^}]+)\}/g)].map(([, name = ""]) => name);
    return [{ operation, path: Object.fromEntries(names.map((name, index) => [name, groups[index + 1] ?? ""])) }];
  });
  // Fewer parameters first: a literal segment wins over a parameter.
  found.sort((a, b) => Object.keys(a.path).length - Object.keys(b.path).length);
  return found[0] ?? { operation: undefined, path: {} };
}
