import type { Store } from "@fairlead/sandbox";
import type { components } from "../../generated/schema.ts";
import type { Project, ProjectMember, User } from "../entities.ts";
import { memberOf, personOf } from "../team-members/team-member.ts";
import { projectRoleOf } from "./project-role.ts";

/** A member of a project as a list has it: with what the user is called now, and the role in the team. */
export function showProjectMember(
  store: Store,
  { accountId }: Project,
  { projectId: _hidden, ...member }: ProjectMember,
): components["schemas"]["ProjectMember"] {
  const user = store.get("User", member.uid) as User | undefined;
  const teamRole = memberOf(store, { id: accountId }, { id: member.uid })?.role ?? "VIEWER";
  return {
    ...member,
    ...(user !== undefined && personOf(user)),
    teamRole,
    computedProjectRole: projectRoleOf(teamRole, member.role) ?? member.role,
  };
}
