import type { Store } from "@fairlead/sandbox";
import type { Account } from "../account.ts";
import type { Team, User } from "../entities.ts";
import { isMember } from "../team-members/team-member.ts";

/** The account of a user, by id or name, or of a team, by id or slug; undefined where there is none. */
export function findAccount(store: Store, caller: User, idOrName: string): Account | undefined {
  const users = store.list("User") as readonly User[];
  const user = users.find(({ id, username }) => id === idOrName || username === idOrName);
  if (user !== undefined) return { user, team: undefined, accountId: user.id };
  const teams = store.list("Team") as readonly Team[];
  const team = teams.find(({ id, slug }) => id === idOrName || slug === idOrName);
  return team && { user: caller, team, accountId: team.id };
}

/** Whether somebody acts for an account without asking anybody else. */
export function isOf(store: Store, { user, team }: Account, caller: User): boolean {
  return team === undefined ? user.id === caller.id : isMember(store, team, caller);
}
