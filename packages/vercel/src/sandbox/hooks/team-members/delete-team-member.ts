import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { userOf } from "../../account.ts";
import type { User } from "../../entities.ts";
import { setProjectRole } from "../../project-members/project-role.ts";
import { findTeamMember } from "../../team-members/find-team-member.ts";
import { refuseLastOwner } from "../../team-members/refuse-last-owner.ts";
import { leaveDefaultTeam } from "../../teams/default-team.ts";
import { needOwner } from "../../teams/find-team.ts";

/** Takes a person out of a team and its projects; everybody may take out themselves. */
export const deleteTeamMember: Hook<operations["deleteTeamMember"]> = (call) => {
  const { store, path, query } = call;
  const { team, member } = findTeamMember(call, path.uid);
  if (userOf(call).id !== member.uid) needOwner(call, team);
  refuseLastOwner(store, member);
  return store.attempt(() => {
    for (const { id } of store.list("Project", { accountId: team.id }))
      setProjectRole(store, { id: String(id) }, member, null);
    store.remove("TeamMember", member);
    const user = store.get("User", member.uid) as User | undefined;
    if (user !== undefined) leaveDefaultTeam(store, user, team, query?.newDefaultTeamId);
    return call.reply({ id: team.id });
  });
};
