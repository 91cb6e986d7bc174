import type { Store } from "@fairlead/sandbox";
import type { Team, User } from "../entities.ts";
import { isMember } from "../team-members/team-member.ts";
import { findTeam } from "./find-team.ts";

/**
 * Gives a user who leaves a team another one to work in by default: the named one, else the personal account. Who worked
 * elsewhere goes on there.
 * @returns Whether the named team was taken; true where none was named or none was needed.
 */
export function leaveDefaultTeam(store: Store, user: User, left: Pick<Team, "id">, next: string | undefined): boolean {
  if (user.defaultTeamId !== left.id) return true;
  const team = next ? findTeam(store, next) : undefined;
  const isGood = team !== undefined && team.id !== left.id && isMember(store, team, user);
  store.update("User", user, { defaultTeamId: isGood ? team.id : null });
  return isGood || !next;
}
