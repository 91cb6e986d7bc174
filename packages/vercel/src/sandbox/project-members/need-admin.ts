import { type Account, type Asking, accountOf, projectInAccount } from "../account.ts";
import type { Project, Team } from "../entities.ts";
import { vercelRefusal } from "../refusal.ts";
import { memberOf } from "../team-members/team-member.ts";
import { projectMemberOf, projectRoleOf } from "./project-role.ts";

/** A project of a team, and who asks about it. */
export interface TeamProject {
  readonly account: Account & { readonly team: Team };
  readonly project: Project;
}

/**
 * The project that a call wants to change members of.
 * @throws {Refusal} 403 and 404 as `projectInAccount`; 400, the project is one of a personal account.
 */
export function teamProject(asking: Asking, idOrName: string): TeamProject {
  const account = accountOf(asking);
  const project = projectInAccount(asking, idOrName);
  const { team } = account;
  if (team === undefined) throw vercelRefusal(400, "bad_request", "Only projects of teams have members");
  return { account: { ...account, team }, project };
}

/**
 * Refuses all but those who may do everything in a project.
 * @throws {Refusal} 403, the user is neither owner of the team nor `ADMIN` in the project.
 */
export function needAdmin({ store }: Pick<Asking, "store">, { account, project }: TeamProject): void {
  const { team, user } = account;
  const role = projectMemberOf(store, project, user.id)?.role;
  if (projectRoleOf(memberOf(store, team, user)?.role, role) === "ADMIN") return;
  throw vercelRefusal(
    403,
    "forbidden",
    `Only owners of the team and admins of the project ${project.name} may do this`,
  );
}
