import type { Store } from "@fairlead/sandbox";
import type { components } from "../../generated/schema.ts";
import type { Project, ProjectMember, TeamMember, User } from "../entities.ts";
import { personOf } from "./team-member.ts";

/** A member of a team as a list has it: with what the user is called now, and the roles in single projects. */
export function showTeamMember(store: Store, { teamId, ...member }: TeamMember): components["schemas"]["TeamMember"] {
  const user = store.get("User", member.uid) as User | undefined;
  const roles = store.list("ProjectMember", { uid: member.uid }) as readonly ProjectMember[];
  const projects = roles.flatMap(({ projectId, role }) => {
    const project = store.get("Project", projectId, { accountId: teamId }) as Project | undefined;
    return project === undefined ? [] : [{ id: project.id, name: project.name, role }];
  });
  return { ...member, ...(user !== undefined && personOf(user)), teamRoles: [member.role], projects };
}
