import type { Store } from "@fairlead/sandbox";
import type { Team, TeamMember, User } from "../entities.ts";

/** What a user is in a team, invited or in; undefined for nothing. */
export function memberOf(
  store: Store,
  { id: teamId }: Pick<Team, "id">,
  { id: uid }: Pick<User, "id">,
): TeamMember | undefined {
  return store.get("TeamMember", uid, { teamId }) as TeamMember | undefined;
}

/** Whether a user is in a team, with the invitation taken. */
export function isMember(store: Store, team: Pick<Team, "id">, user: Pick<User, "id">): boolean {
  return memberOf(store, team, user)?.confirmed === true;
}

/** Whether a member is the only owner of the team. */
export function isLastOwner(store: Store, { teamId, uid, role, confirmed }: TeamMember): boolean {
  if (role !== "OWNER" || !confirmed) return false;
  return store.list("TeamMember", { teamId, role, confirmed }).every((one) => one.uid === uid);
}

/** The members of a person that members of teams and projects show; those that a person has not are missing. */
export function personOf({
  id,
  email,
  username,
  name,
  avatar,
}: User): Pick<TeamMember, "uid" | "email" | "username" | "name" | "avatar"> {
  return { uid: id, email, username, ...(name !== null && { name }), ...(avatar !== null && { avatar }) };
}
