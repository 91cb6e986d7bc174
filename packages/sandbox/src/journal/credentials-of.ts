import type { Tables } from "../tables/tables.ts";
import type { JournalRecord } from "./journal-entry.ts";
import { isSecretName } from "./secret-names.ts";

/** The secrets in the headers of a request: credentials, cookies, and what is declared or named as a secret. */
export function credentialsOf({ headers, operation }: JournalRecord, tables: Tables): readonly string[] {
  const declared = new Set(
    [
      ...Object.values(tables.auth).flatMap((scheme) => (scheme.in === "header" && scheme.name ? [scheme.name] : [])),
      ...(operation?.sensitive?.header ?? []),
    ].map((name) => name.toLowerCase()),
  );
  return [...headers].flatMap(([name, value]) => {
    if (!declared.has(name) && !isSecretName(name)) return [];
    if (name === "cookie") return inCookie(value);
    const credentials = inAuthorization(value);
    return credentials.length === 0 ? [value] : credentials;
  });
}

/** `Bearer <token>` and `Basic <user:password>`: the parts that matter without their scheme. */
function inAuthorization(value: string): string[] {
  const [, scheme = "", credentials = ""] = /^(\S+) +(\S.*)$/.exec(value) ?? [];
  if (credentials === "") return [];
  if (scheme.toLowerCase() !== "basic") return [credentials];
  const pair = decode(credentials);
  return [credentials, pair, pair.slice(pair.indexOf(":") + 1)];
}

function inCookie(value: string): string[] {
  return value.split(/;\s*/).map((pair) => pair.slice(pair.indexOf("=") + 1));
}

function decode(base64: string): string {
  try {
    return atob(base64);
  } catch {
    return base64;
  }
}
