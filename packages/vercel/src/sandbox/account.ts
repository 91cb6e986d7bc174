import type { Store } from "@fairlead/sandbox";
import type { Project, Team, User } from "./entities.ts";
import { vercelRefusal } from "./refusal.ts";

/** What it takes to know for whom a request is: any call of an operation that takes `teamId` and `slug`. */
export interface Asking {
  readonly store: Store;
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
 * The account that a request is about: the team that `teamId` or else `slug` names, without both the personal account.
 * @throws {Refusal} 403 as {@link userOf}; 403, the user is in no such team, whether it exists or not.
 */
export function accountOf({ store, query = {} }: Asking): Account {
  const user = userOf({ store });
  const { teamId, slug } = query;
  if (!teamId && !slug) return { user, team: undefined, accountId: user.id };
  const team = teamId ? teamOf(store, { id: teamId }) : teamOf(store, { slug });
  if (team === undefined || !isMember(team, user))
    throw vercelRefusal(403, "forbidden", `The token may not act for the team ${teamId || slug}`);
  return { user, team, accountId: team.id };
}

/**
 * The owner of the token: of every one that the engine lets pass, the first user.
 * @throws {Refusal} 403, a test has removed that user.
 */
export function userOf({ store }: Pick<Asking, "store">): User {
  const [user] = store.list("User") as readonly User[];
  if (user !== undefined) return user;
  throw vercelRefusal(403, "forbidden", "The user of this token is gone", { invalidToken: true });
}

/** Whether a user is in a team, with the invitation taken. */
export function isMember({ membership }: Team, { id }: User): boolean {
  return membership?.uid === id && membership.confirmed;
}

/** An entity of an account by its key. It is nobody else's to see, so that of another account is not found either. */
export function inAccount<Kind>(
  { store, ...asking }: Asking,
  type: string,
  key: string,
  { accountId }: Pick<Account, "accountId"> = accountOf({ store, ...asking }),
): Kind | undefined {
  return store.get(type, key, { accountId }) as Kind | undefined;
}

/**
 * A project of the account that a request is about.
 * @param idOrName - Its id or its name; an id goes first.
 * @throws {Refusal} 403 as {@link accountOf}; 404 `not_found`, the account has no such project.
 */
export function projectInAccount(asking: Asking, idOrName: string): Project {
  const account = accountOf(asking);
  const project = findProject(asking.store, account, idOrName);
  if (project !== undefined) return project;
  throw notFound(`There is no project ${idOrName} in this account`);
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

function teamOf(store: Store, where: { readonly id?: string; readonly slug?: string | undefined }): Team | undefined {
  return store.list("Team", where)[0] as Team | undefined;
}
