import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { findProject, notFound } from "../../account.ts";
import type { TeamMember } from "../../entities.ts";
import { setProjectRole } from "../../project-members/project-role.ts";
import { findTeamMember } from "../../team-members/find-team-member.ts";
import { refuseLastOwner } from "../../team-members/refuse-last-owner.ts";
import { needOwner } from "../../teams/find-team.ts";

/** Changes what is given of a member, and the roles in the projects that are named: all of it or nothing. */
export const updateTeamMember: Hook<operations["updateTeamMember"]> = (call) => {
  const { store, body, path } = call;
  const { team, member } = findTeamMember(call, path.uid);
  needOwner(call, team);
  const { confirmed, role, teamPermissions, projects = [], joinedFrom } = body;
  if (role !== undefined && role !== "OWNER") refuseLastOwner(store, member);
  const isParted = joinedFrom?.ssoUserId === null && member.joinedFrom !== undefined;
  return store.attempt(() => {
    const updated = store.update("TeamMember", member, {
      ...(confirmed && { confirmed }),
      ...(role !== undefined && { role }),
      ...(teamPermissions !== undefined && { teamPermissions: [...new Set(teamPermissions)] }),
      ...(isParted && { joinedFrom: { ...member.joinedFrom, ssoUserId: undefined } }),
    }) as TeamMember;
    for (const { projectId, role: projectRole } of projects) {
      const project = findProject(store, { accountId: team.id }, projectId);
      if (project === undefined) throw notFound(`There is no project ${projectId} in the team`);
      setProjectRole(store, project, updated, projectRole);
    }
    return call.reply({ id: team.id });
  });
};
