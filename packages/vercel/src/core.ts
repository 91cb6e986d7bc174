import { type AuthProvider, type Core, type CoreOptions, createCore, RequestError } from "@fairlead/runtime";
import { version } from "./version.ts";

/** Options of {@link createVercel} and {@link createVercelCore}. */
export interface VercelOptions
  extends Omit<CoreOptions, "name" | "version" | "auth" | "baseUrl" | "requestIdHeader" | "complete"> {
  /**
   * An access token, or a provider such as `bearer(() => readToken())`. A value from the environment may be given as it
   * is: a missing one is refused with a clear error.
   * @see https://vercel.com/docs/rest-api
   */
  readonly auth: string | AuthProvider | undefined;
  /**
   * Id of the team (`team_...`) that calls act for. It goes to the operations that take a team, unless a call gives
   * another; `request` and `raw` send what they are given.
   * @default the token's own account
   */
  readonly teamId?: string | undefined;
  /**
   * Slug of that team, in place of its id.
   * @default the token's own account
   */
  readonly slug?: string | undefined;
  /**
   * The server: https, or http on this machine, such as a mock.
   * @default "https://api.vercel.com"
   */
  readonly baseUrl?: string | undefined;
}

/**
 * A client without groups, for the standalone functions of `@fairlead/vercel/operations`. It sends nothing by itself.
 * @throws {AuthError} The token is missing, is no text, or has white space in it.
 * @throws {RequestError} The base URL is not https, nor http to this machine; or `teamId` or `slug` is empty or has white
 * space in it, or both are given.
 */
export function createVercelCore(options: VercelOptions): Core {
  const { baseUrl = "https://api.vercel.com", teamId, slug, ...rest } = options;
  const scope = teamScope(teamId, slug);
  // A missing token is refused there.
  return createCore({
    name: "fairlead-vercel",
    version,
    requestIdHeader: "x-vercel-id",
    ...rest,
    // A call that names a team in either way must not meet the client's beside it: the two could differ.
    complete: (given) =>
      given.teamId === undefined && given.slug === undefined ? { __proto__: null, ...given, ...scope } : given,
    baseUrl,
  } as CoreOptions);
}

/** The parameters that name the team. */
function teamScope(
  teamId: string | undefined,
  slug: string | undefined,
): { teamId?: string | undefined; slug?: string | undefined } {
  if (teamId !== undefined && slug !== undefined) throw new RequestError(undefined, "give teamId or slug, not both");
  const scope = { teamId, slug };
  for (const [name, value] of Object.entries(scope)) {
    // An empty variable of the environment would turn calls that are meant for a team to the personal account.
    if (value !== undefined && !(typeof value === "string" && /^\S+$/.test(value)))
      throw new RequestError(undefined, `${name} must be text without white space, and not empty`);
  }
  return scope;
}
