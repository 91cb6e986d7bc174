import type { Store } from "@fairlead/sandbox";
import { type Asking, notFound, projectInAccount } from "../account.ts";
import type { CustomEnvironment, Project } from "../entities.ts";

/** A custom environment of a project by its id or its slug; an id goes first. Undefined where there is none. */
export function findCustomEnvironment(
  store: Store,
  { id: projectId }: Pick<Project, "id">,
  slugOrId: string,
): CustomEnvironment | undefined {
  const byId = store.get("CustomEnvironment", slugOrId, { projectId });
  return (byId ?? store.list("CustomEnvironment", { projectId, slug: slugOrId })[0]) as CustomEnvironment | undefined;
}

/** A custom environment that a request names, with its project. */
export interface NamedEnvironment {
  readonly project: Project;
  readonly environment: CustomEnvironment;
}

/**
 * The custom environment that a request names.
 * @throws {Refusal} 403 as `accountOf`; 404, there is no such project, or it has no such environment.
 */
export function environmentInProject(asking: Asking, idOrName: string, slugOrId: string): NamedEnvironment {
  const project = projectInAccount(asking, idOrName);
  const environment = findCustomEnvironment(asking.store, project, slugOrId);
  if (environment !== undefined) return { project, environment };
  throw notFound(`The project ${project.name} has no custom environment ${slugOrId}`);
}
