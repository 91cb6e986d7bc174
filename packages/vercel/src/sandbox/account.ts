import type { Call, Store } from "@fairlead/sandbox";
import type { Credential, Project, Team, User } from "./entities.ts";
import { vercelRefusal } from "./refusal.ts";
import { isMember } from "./team-members/team-member.ts";

/** What it takes to know for whom a request is: any call of an operation that takes `teamId` and `slug`. */
export interface Asking extends Pick<Call, "store" | "actor"> {
  readonly query?: { readonly teamId?: string | undefined; readonly slug?: string | undefined } | undefined;
}

/** For whom a request is. */
export interface Account {
  /** The owner of the token. */
  readonly user: User;
  /** The team that the request names; absent where it is about the personal account. */
  readonly team: Team | undefined;
  /** Id of the team, else of the user: what `accountId` and `ownerId` of its things are. */
  readonly accountId: string;
}

/**
 * The account that a request is about: the team that `teamId` or else `slug` names, without both that of the token, which
 * is the personal account unless the token was made for a team.
 * @throws {Refusal} 403 as {@link userOf}; 403, the user is in no such team, whether it exists or not, or the token was
 *   made for another.
 */
export function accountOf({ query = {}, ...asking }: Asking): Account {
  const { store } = asking;
  const user = userOf(asking);
  const scope = credentialOf(asking)?.teamId ?? undefined;
  const { teamId, slug } = query;
  if (!teamId && !slug && scope === undefined) return { user, team: undefined, accountId: user.id };
  const team = store.list("Team", teamId || !slug ? { id: teamId || scope } : { slug })[0] as Team | undefined;
  if (team === undefined || !isMember(store, team, user) || (scope !== undefined && scope !== team.id))
    throw vercelRefusal(403, "forbidden", `The token may not act for the team ${teamId || slug || scope}`);
  return { user, team, accountId: team.id };
}

/**
 * The owner of the token: of one that was made in the session or its seed, who made it; of any other that the engine lets
 * pass, the first user.
 * @throws {Refusal} 403, that user is gone.
 */
export function userOf(asking: Pick<Asking, "store" | "actor">): User {
  const { store } = asking;
  const owner = credentialOf(asking)?.userId;
  const user = (owner === undefined ? store.list("User")[0] : store.get("User", owner)) as User | undefined;
  if (user !== undefined) return user;
  throw vercelRefusal(403, "forbidden", "The user of this token is gone", { invalidToken: true });
}

/** What the token of a call may do; undefined for one that nobody made, which may do all. */
export function credentialOf({ store, actor }: Pick<Asking, "store" | "actor">): Credential | undefined {
  return actor.token === undefined ? undefined : (store.get("Credential", actor.token) as Credential | undefined);
}

/** An entity of an account by its key. It is nobody else's to see, so that of another account is not found either. */
export function inAccount<Kind>(
  asking: Asking,
  type: string,
  key: string,
  { accountId }: Pick<Account, "accountId"> = accountOf(asking),
): Kind | undefined {
  return asking.store.get(type, key, { accountId }) as Kind | undefined;
}

/**
 * A project of the account that a request is about.
 * @param idOrName - Its id or its name; an id goes first.
 * @throws {Refusal} 403 as {@link accountOf}; 403, the token was made for another project; 404 `not_found`, the account
 *   has no such project.
 */
export function projectInAccount(asking: Asking, idOrName: string): Project {
  const account = accountOf(asking);
  const project = findProject(asking.store, account, idOrName);
  if (project === undefined) throw notFound(`There is no project ${idOrName} in this account`);
  const only = credentialOf(asking)?.projectId;
  if (only && only !== project.id)
    throw vercelRefusal(403, "forbidden", `The token may not act for the project ${idOrName}`);
  return project;
}

/** A project of an account by its id or its name; undefined where there is none. */
export function findProject(
  store: Store,
  { accountId }: Pick<Account, "accountId">,
  idOrName: string,
): Project | undefined {
  const byId = store.get("Project", idOrName, { accountId }) as Project | undefined;
  return byId ?? (store.list("Project", { accountId, name: idOrName })[0] as Project | undefined);
}

/** The 404 of whatever an account has not. */
export function notFound(message: string): Error {
  return vercelRefusal(404, "not_found", message);
}
