import type { Actor } from "../engine/call.ts";
import { Refusal } from "../engine/refusal.ts";
import { readPointer } from "../pointer.ts";
import type { Store } from "../store/store.ts";
import type { AuthTable, OperationTable, Tables } from "../tables/tables.ts";

/** A token that the sandbox knows. */
export interface Grant {
  readonly token: string;
  /** A declared role, whose scopes it has. @default all scopes */
  readonly role?: string;
  /** Tier of its account. @default the lowest */
  readonly tier?: string;
  /** Milliseconds since 1970-01-01 UTC on the session clock; from then on it is invalid. @default never */
  readonly expiresAt?: number;
}

/** What of a request says who sent it. */
export interface Claim {
  readonly headers: Headers;
  readonly url: URL;
  /** Milliseconds since 1970-01-01 UTC on the session clock. */
  readonly now: number;
  /** What the session stores. */
  readonly store?: Pick<Store, "list">;
}

const nobody: Actor = { token: undefined, role: undefined, tier: undefined };

/** Characters that a token must have where none are known; shorter ones are typing mistakes. */
const shortestToken = 8;

/**
 * Who sent a request. A token that an operation has issued holds until its end. Where no grants are given, any other of
 * 8 characters or more has all scopes, apart from those that begin with `invalid`. An operation that needs no credentials still refuses wrong ones.
 * @throws {Refusal} The declared answer to missing or invalid credentials, or to too few scopes.
 */
export function authenticate(
  claim: Claim,
  operation: OperationTable,
  tables: Pick<Tables, "auth">,
  grants: readonly Grant[] | undefined,
): Actor {
  const wanted = operation.security.filter((alternative) => Object.keys(alternative).length > 0);
  if (wanted.length < operation.security.length || wanted.length === 0) return volunteer(claim, tables, grants);
  let worst: { readonly refusal: Refusal; readonly rank: number } | undefined;
  for (const alternative of wanted) {
    const outcome = tryAlternative(claim, alternative, tables, grants);
    if (!("refusal" in outcome)) return outcome;
    if (worst === undefined || outcome.rank > worst.rank) worst = outcome;
  }
  throw worst?.refusal ?? new Refusal(401, "No credentials are declared for this operation");
}

/** Who sent credentials that nobody asked for. */
function volunteer(claim: Claim, tables: Pick<Tables, "auth">, grants: readonly Grant[] | undefined): Actor {
  for (const [name, table] of Object.entries(tables.auth)) {
    if (credential(claim, table) === undefined) continue;
    const outcome = tryAlternative(claim, { [name]: [] }, tables, grants);
    if ("refusal" in outcome) throw outcome.refusal;
    return outcome;
  }
  return nobody;
}

/** The actor, or why not; a higher rank is nearer to being let in, and tells the caller more. */
function tryAlternative(
  claim: Claim,
  alternative: Readonly<Record<string, readonly string[]>>,
  tables: Pick<Tables, "auth">,
  grants: readonly Grant[] | undefined,
): Actor | { readonly refusal: Refusal; readonly rank: number } {
  let actor = nobody;
  for (const [name, scopes] of Object.entries(alternative)) {
    const table = Object.hasOwn(tables.auth, name) ? tables.auth[name] : undefined;
    if (table === undefined) throw new RangeError(`The security scheme ${name} has no declared answers in x-behaviors`);
    const token = credential(claim, table);
    if (token === undefined) return refuse(0, table.missing, `Credentials are missing: send ${form(table)}`);
    const grant = issued(token, claim, table) ?? recognise(token, grants);
    if (grant === undefined || hasEnded(grant, claim.now))
      return refuse(1, table.invalid, `The credentials sent as ${form(table)} are not valid`);
    const lacking = lackingScopes(grant, scopes, table);
    if (lacking.length > 0)
      return refuse(2, table.forbidden, `The role ${grant.role} lacks the scope ${lacking.join(" and ")}`);
    if (actor === nobody) {
      const actsAs = table.actAs === undefined ? null : claim.headers.get(table.actAs);
      actor = { token, role: grant.role, tier: grant.tier, scheme: name, ...(actsAs !== null && { actsAs }) };
    }
  }
  return actor;
}

function refuse(
  rank: number,
  { status, response }: AuthTable["missing"],
  message: string,
): { refusal: Refusal; rank: number } {
  return { rank, refusal: new Refusal(status, message, { response }) };
}

/** The credential as sent, empty where it is not in the form of its scheme; undefined where there is none. */
function credential({ headers, url }: Claim, { type, name = "", in: place }: AuthTable): string | undefined {
  if (type === "apiKey") return (place === "query" ? url.searchParams.get(name) : headers.get(name)) ?? undefined;
  const header = headers.get("authorization");
  return header === null ? undefined : (/^bearer +(\S+)$/i.exec(header)?.[1] ?? "");
}

/** The grant of a token that an operation has issued. */
function issued(token: string, { store }: Claim, { issued: rule }: AuthTable): Grant | undefined {
  const [entity] = rule && store ? store.list(rule.type, (one) => readPointer(one, rule.token) === token) : [];
  const until = entity && rule && readPointer(entity, rule.until);
  if (entity === undefined) return undefined;
  return { token, ...(typeof until === "string" && { expiresAt: Date.parse(until) }) };
}

function hasEnded({ expiresAt }: Grant, now: number): boolean {
  return expiresAt !== undefined && now >= expiresAt;
}

function recognise(token: string, grants: readonly Grant[] | undefined): Grant | undefined {
  if (grants !== undefined) return grants.find((grant) => grant.token === token);
  return token.length >= shortestToken && !token.startsWith("invalid") ? { token } : undefined;
}

function lackingScopes({ role }: Grant, scopes: readonly string[], { roles }: AuthTable): readonly string[] {
  if (role === undefined) return [];
  const held = (Object.hasOwn(roles, role) ? roles[role] : undefined) ?? [];
  return scopes.filter((scope) => !held.includes(scope));
}

function form({ type, name, in: place }: AuthTable): string {
  if (type === "bearer") return "Authorization: Bearer <token>";
  return place === "query" ? `the query parameter ${name}` : `the header ${name}`;
}
