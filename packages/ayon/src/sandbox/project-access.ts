import { type Asking, callerOf, isManager } from "./caller.ts";
import type { Project, User } from "./entities.ts";

/** A project, and who asks for it. */
export interface ProjectAccess {
  readonly caller: User;
  readonly project: Project;
}

/**
 * A project that the caller may work in: managers in all of them, others where they have an access group.
 * @throws {Refusal} 401 as `callerOf`; 404, there is no such project; 403, the caller has no access to it.
 */
export async function accessProject(asking: Asking, name: string): Promise<ProjectAccess> {
  const caller = await callerOf(asking);
  const project = asking.store.get("Project", name) as Project | undefined;
  if (project === undefined) throw asking.refuse(404, `No project is called ${name}`);
  if (maySeeProject(caller, project)) return { caller, project };
  throw asking.refuse(403, `${caller.name} has no access to the project ${name}`);
}

/** Whether a user has access to a project. */
export function maySeeProject(user: User, { name }: Pick<Project, "name">): boolean {
  const { accessGroups = {} } = user.data;
  return isManager(user) || (Object.hasOwn(accessGroups, name) && (accessGroups[name] ?? []).length > 0);
}
