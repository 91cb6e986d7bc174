import { isObject, type JsonObject, resolve } from "./document.ts";

/** Made-up credentials: the mocks check their form alone. The sandbox takes tokens of 8 characters or more. */
const token = "test-token";

/** Made-up credentials of a request. */
export interface SampleCredentials {
  /** Request headers, such as `Authorization`. */
  readonly headers: Readonly<Record<string, string>>;
  /** Query parameters. */
  readonly query: Readonly<Record<string, string>>;
}

/** Credentials for the first of the operation's security alternatives; undefined where a scheme is of an unknown kind. */
export function credentialsFor(document: JsonObject, operation: JsonObject): SampleCredentials | undefined {
  const security = operation.security ?? document.security;
  const [first] = Array.isArray(security) ? security : [];
  const schemes = resolve(document, document.components).securitySchemes;
  const headers: Record<string, string> = {};
  const query: Record<string, string> = {};
  for (const name of isObject(first) ? Object.keys(first) : []) {
    const scheme = resolve(document, isObject(schemes) ? schemes[name] : undefined);
    const header = headerOf(scheme);
    if (header !== undefined) headers[header.name] = header.value;
    else if (scheme.type === "apiKey" && scheme.in === "query") query[String(scheme.name)] = token;
    else return undefined;
  }
  return { headers, query };
}

function headerOf({ type, scheme, in: place, name }: JsonObject): { name: string; value: string } | undefined {
  if (type === "oauth2" || type === "openIdConnect") return { name: "Authorization", value: `Bearer ${token}` };
  if (type === "http" && /^bearer$/i.test(String(scheme))) return { name: "Authorization", value: `Bearer ${token}` };
  if (type === "http" && /^basic$/i.test(String(scheme)))
    return { name: "Authorization", value: `Basic ${btoa("test:test")}` };
  if (type !== "apiKey") return undefined;
  if (place === "header") return { name: String(name), value: token };
  return place === "cookie" ? { name: "Cookie", value: `${name}=${token}` } : undefined;
}
