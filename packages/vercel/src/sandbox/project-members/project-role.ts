import type { Store } from "@fairlead/sandbox";
import type { components } from "../../generated/schema.ts";
import type { Project, ProjectMember, TeamMember } from "../entities.ts";

type ProjectRole = components["schemas"]["ProjectRole"];

/** Roles in a project, the one that may most first. */
const ranks: readonly ProjectRole[] = ["ADMIN", "PROJECT_DEVELOPER", "PROJECT_VIEWER", "PROJECT_GUEST"];

/** What a role in a team is in all of its projects; those that are missing are nothing there. */
const byTeamRole: Readonly<Record<string, ProjectRole>> = {
  OWNER: "ADMIN",
  MEMBER: "PROJECT_DEVELOPER",
  DEVELOPER: "PROJECT_DEVELOPER",
  SECURITY: "PROJECT_VIEWER",
  BILLING: "PROJECT_VIEWER",
  VIEWER: "PROJECT_VIEWER",
  VIEWER_FOR_PLUS: "PROJECT_VIEWER",
};

/** What somebody may do in a project: the role that may more of the one there and the one in the team. */
export function projectRoleOf(teamRole: string | undefined, role: string | undefined): string | undefined {
  const byTeam = teamRole === undefined ? undefined : byTeamRole[teamRole];
  return ranks.find((one) => one === byTeam || one === role) ?? role;
}

/** The role that somebody was added to a project with; undefined where nobody did. */
export function projectMemberOf(
  store: Store,
  { id: projectId }: Pick<Project, "id">,
  uid: string,
): ProjectMember | undefined {
  return store.get("ProjectMember", uid, { projectId }) as ProjectMember | undefined;
}

/** Gives a member of a team a role in one of its projects, or takes it away. */
export function setProjectRole(
  store: Store,
  project: Pick<Project, "id">,
  member: TeamMember,
  role: string | null,
): void {
  const old = projectMemberOf(store, project, member.uid);
  if (role === null) {
    if (old !== undefined) store.remove("ProjectMember", old);
    return;
  }
  if (old !== undefined) {
    store.update("ProjectMember", old, { role });
    return;
  }
  const { uid, email, username, name, avatar } = member;
  store.create("ProjectMember", {
    ...{ uid, email, username, role, projectId: project.id },
    ...(name !== undefined && { name }),
    ...(avatar !== undefined && { avatar }),
  });
}
