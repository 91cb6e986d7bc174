import type { Grant } from "../behaviors/authenticate.ts";
import type { AuthTable } from "../tables/tables.ts";

/**
 * A token that an API accepts.
 * @param grants - The listed tokens; without a list any token will do, and may do everything.
 * @param role - The role it should have; without one, any.
 * @throws {RangeError} No listed token has the role; or none are listed, and the role may not do everything.
 */
export function tokenFor(
  api: string,
  auth: Readonly<Record<string, Pick<AuthTable, "roles">>>,
  grants: readonly Grant[] | undefined,
  role: string | undefined,
): string {
  if (grants === undefined) {
    if (role !== undefined && !mayDoAll(auth, role)) throw new RangeError(unlisted(api, role));
    return role === undefined ? `sandbox-${api}` : `sandbox-${api}-${role}`;
  }
  const grant = grants.find((each) => role === undefined || each.role === role);
  if (grant !== undefined) return grant.token;
  const roles = [...new Set(grants.flatMap((each) => each.role ?? []))].join(", ");
  const wanted = role === undefined ? "" : ` with the role ${JSON.stringify(role)}`;
  throw new RangeError(`The list of tokens for ${api} has none${wanted}; its roles are: ${roles || "none"}.`);
}

/** Whether a role has every scope that any role of its scheme has: what a token without a list can stand for. */
function mayDoAll(auth: Readonly<Record<string, Pick<AuthTable, "roles">>>, role: string): boolean {
  return Object.values(auth).some(({ roles }) => {
    const held = Object.hasOwn(roles, role) ? roles[role] : undefined;
    return held !== undefined && Object.values(roles).every((scopes) => scopes.every((scope) => held.includes(scope)));
  });
}

function unlisted(api: string, role: string): string {
  const list = `tokens: { ${api}: [{ token: "…", role: ${JSON.stringify(role)} }] }`;
  return `Without a list of tokens each may do everything. To have one with the role ${JSON.stringify(role)}, give ${list}.`;
}
