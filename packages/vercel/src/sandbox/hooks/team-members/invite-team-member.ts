import type { Hook } from "@fairlead/sandbox";
import type { components, operations } from "../../../generated/schema.ts";
import { findProject, notFound } from "../../account.ts";
import type { TeamMember } from "../../entities.ts";
import { setProjectRole } from "../../project-members/project-role.ts";
import { vercelRefusal } from "../../refusal.ts";
import { personToInvite } from "../../team-members/find-person.ts";
import { memberOf, personOf } from "../../team-members/team-member.ts";
import { needOwner, teamInPath } from "../../teams/find-team.ts";

type Call = Parameters<Hook<operations["inviteTeamMember"]>>[0];
type Invitation = components["schemas"]["TeamInvitation"];

/** Invites people, all of them or none; who waits already gets the new role. */
export const inviteTeamMember: Hook<operations["inviteTeamMember"]> = (call) => {
  const team = teamInPath(call);
  needOwner(call, team);
  const [first] = call.store.attempt(() => [call.body].flat().map((one) => invite(call, team.id, one)));
  if (first === undefined) throw vercelRefusal(400, "bad_request", "Nobody is to be invited");
  const { uid, username, email, role, teamPermissions = [] } = first;
  return call.reply({ uid, username, email, role, teamRoles: [role], teamPermissions });
};

function invite({ store }: Call, teamId: string, { email, role = "VIEWER", projects = [] }: Invitation): TeamMember {
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw vercelRefusal(400, "bad_request", `${email} is no address for mail`);
  const user = personToInvite(store, email);
  const old = memberOf(store, { id: teamId }, user);
  if (old?.confirmed) throw vercelRefusal(400, "bad_request", `${email} is in the team already`);
  const member = (
    old === undefined
      ? store.create("TeamMember", { ...personOf(user), teamId, role, joinedFrom: { origin: "mail" } })
      : store.update("TeamMember", old, { role })
  ) as TeamMember;
  for (const { projectId, role: projectRole } of projects) {
    const project = findProject(store, { accountId: teamId }, projectId);
    if (project === undefined) throw notFound(`There is no project ${projectId} in the team`);
    setProjectRole(store, project, member, projectRole);
  }
  return member;
}
