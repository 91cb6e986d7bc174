import { addRoute, createRouter, findRoute } from "rou3";
import type { OperationTable } from "../tables/tables.ts";

/** Where a request leads. */
export type Match =
  | { readonly operation: OperationTable; readonly path: Readonly<Record<string, string>> }
  /** The path exists, but not with this method. */
  | { readonly allow: readonly string[] }
  | undefined;

/** The operations of one path, by method. */
interface PathRoutes {
  readonly methods: Map<string, OperationTable>;
}

/** Finds the operation for a method and a path, in a radix tree over the templates of the document. */
export class Routes {
  readonly #router = createRouter<PathRoutes>();
  readonly #plain: (path: string) => string;

  /** @param anyVersion - Whether a version in front of a path does not matter. */
  constructor(operations: readonly OperationTable[], anyVersion = false) {
    this.#plain = anyVersion ? withoutVersion : (path) => path;
    const byPath = new Map<string, PathRoutes>();
    for (const operation of operations) {
      const pattern = patternOf(this.#plain(operation.path));
      const known = byPath.get(pattern);
      const routes = known ?? { methods: new Map() };
      routes.methods.set(operation.method, operation);
      if (known !== undefined) continue;
      byPath.set(pattern, routes);
      addRoute(this.#router, "", pattern, routes);
    }
  }

  /**
   * @param method - In capitals; HEAD finds the GET operation where no other is declared.
   * @param pathname - Path of the URL, still percent-encoded.
   * @throws {URIError} A path parameter is no valid percent-encoding.
   */
  find(method: string, pathname: string): Match {
    const found = findRoute(this.#router, "", this.#plain(pathname));
    if (found === undefined) return undefined;
    const { methods } = found.data;
    const operation = methods.get(method) ?? (method === "HEAD" ? methods.get("GET") : undefined);
    if (operation === undefined) return { allow: allowed(methods) };
    const names = namesIn(operation.path);
    const params: Record<string, string | undefined> = found.params ?? {};
    return {
      operation,
      path: Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(params[`p${index}`] ?? "")])),
    };
  }
}

/** A path without the version in front of it, `/v9`, and without the infix of old ones, `/now`. */
function withoutVersion(path: string): string {
  return path.replace(/^(?:\/now|\/v\d+)+(?=\/)/, "");
}

/** What an `Allow` header lists: the declared methods, and those that the sandbox answers on every path. */
function allowed(methods: ReadonlyMap<string, OperationTable>): string[] {
  const declared = [...methods.keys()];
  return [...declared, ...(methods.has("GET") && !methods.has("HEAD") ? ["HEAD"] : []), "OPTIONS"];
}

function namesIn(template: string): string[] {
  return [...template.matchAll(/\{([^}]+)\}/g)].map(([, name = ""]) => name);
}

/** The template in the router's notation; its parameters are numbered, because OpenAPI allows more names than it does. */
function patternOf(template: string): string {
  let index = 0;
  return template
    .split(/(\{[^}]+\})/)
    .map((part) => (part.startsWith("{") ? `:p${index++}` : part.replace(/[\\:*(){}?+]/g, "\\$&")))
    .join("");
}
