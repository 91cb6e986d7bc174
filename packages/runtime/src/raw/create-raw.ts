import createClient, { type Client, defaultPathSerializer } from "openapi-fetch";
import { type Call, callOn } from "../call.ts";
import type { Core } from "../core.ts";
import { startCall } from "../deadline.ts";
import { type Engine, engineOf } from "../engine.ts";
import { HostNotAllowedError } from "../errors/request/host-not-allowed-error.ts";
import { checkPathValue } from "../request/path.ts";
import { guardedBody } from "../response/guarded-body.ts";
import { decodeError } from "../response/read-text.ts";
import { sendCall } from "../retry/send-call.ts";
import { sameOrigin } from "../transport/redirect.ts";

/**
 * An openapi-fetch client on our pipeline: the same credentials, guards, limits and redirects as an operation. An HTTP
 * answer is `{ data, error, response }` as openapi-fetch gives it; what is no answer rejects with our errors.
 * @throws {UnsafePathError} From a call: a path value could lead to another path.
 * @throws {HostNotAllowedError} From a call: its `baseUrl` is on another origin.
 * @see https://openapi-ts.dev/openapi-fetch/api
 */
export function createRaw<Paths extends {}>(core: Core): Client<Paths> {
  const engine = engineOf(core);
  /** The bodies that requests were made from: a Request gives its own only as a stream, which cannot be sent again. */
  const bodies = new WeakMap<Request, BodyInit | null | undefined>();
  /** The templates of requests, for errors. */
  const templates = new WeakMap<Request, string>();
  const client = createClient<Paths>({
    baseUrl: core.baseUrl,
    // A proxy of the class, so that a middleware's own `new Request` is an instance of it.
    Request: new Proxy(Request, {
      construct(type, [url, init]: [string, RequestInit]) {
        const request = new type(url, init);
        bodies.set(request, init.body);
        return request;
      },
    }),
    pathSerializer(path, values) {
      const call = callOn(engine, { method: "raw", path: path.slice(core.baseUrl.length) });
      for (const [name, value] of Object.entries(values)) {
        for (const item of Object.values(Object(value) === value ? (value as object) : [value])) {
          checkPathValue(call, name, String(item));
        }
      }
      return defaultPathSerializer(path, values);
    },
    fetch: async (request) => {
      const body = bodies.get(request) ?? (request.body ? await request.arrayBuffer() : undefined);
      return exchange(engine, request, templates.get(request), body);
    },
  });
  client.use({
    onRequest({ request, schemaPath }) {
      templates.set(request, schemaPath);
    },
  });
  return client;
}

/** What openapi-fetch would read into memory as a whole has the limit of every operation; files have none. */
function capOf(call: Call, response: Response): ((chunk?: Uint8Array) => void) | undefined {
  if (!/[/+]json/.test(response.headers.get("content-type") ?? "")) return undefined;
  let bytesLeft = 104_857_600;
  return (chunk) => {
    bytesLeft -= chunk?.length ?? 0;
    if (bytesLeft < 0) throw decodeError(call, response, "more than 100 MiB of", "");
  };
}

async function exchange(
  engine: Engine,
  request: Request,
  template: string | undefined,
  body?: BodyInit,
): Promise<Response> {
  const { method, signal } = request;
  const url = new URL(request.url);
  const call = callOn(engine, { method, path: template ?? url.pathname, redirects: sameOrigin });
  if (url.origin !== engine.origin) throw new HostNotAllowedError(call, `only ${engine.origin} can be called`);
  const headers = Object.fromEntries(request.headers);
  // Made for the boundary of the Request; fetch makes another one.
  if (body instanceof FormData) delete headers["content-type"];
  const deadline = startCall(call, { signal });
  try {
    const response = await sendCall(call, deadline, { url: url.href, headers, body });
    return guardedBody(call, deadline, response, capOf(call, response));
  } catch (error) {
    deadline.end();
    throw error;
  }
}
