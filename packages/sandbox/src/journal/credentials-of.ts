import type { OperationTable, Tables } from "../tables/tables.ts";
import type { JournalRecord } from "./journal-entry.ts";
import { isSecretName } from "./secret-names.ts";

/** The secrets in the headers of a request: credentials, cookies, and what is declared or named as a secret. */
export function credentialsOf({ headers, operation }: JournalRecord, tables: Tables): readonly string[] {
  const declared = declaredHeaders(tables, operation);
  return [...headers].flatMap(([name, value]) => {
    if (!declared.has(name) && !isSecretName(name)) return [];
    if (name === "cookie") return inCookie(value);
    const credentials = inAuthorization(value);
    return credentials.length === 0 ? [value] : credentials;
  });
}

const known = new WeakMap<Tables, Map<OperationTable | undefined, ReadonlySet<string>>>();

/** Names, in lower case, of the headers that the document says are secret. */
function declaredHeaders(tables: Tables, operation: OperationTable | undefined): ReadonlySet<string> {
  const ofTables = known.get(tables) ?? new Map<OperationTable | undefined, ReadonlySet<string>>();
  known.set(tables, ofTables);
  const found = ofTables.get(operation);
  if (found !== undefined) return found;
  const keys = Object.values(tables.auth).flatMap(({ in: place, name }) => (place === "header" && name ? [name] : []));
  const names = new Set([...keys, ...(operation?.sensitive?.header ?? [])].map((name) => name.toLowerCase()));
  ofTables.set(operation, names);
  return names;
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
