import type { Store } from "@fairlead/sandbox";
import type { CustomEnvironment, EnvVar, User } from "../entities.ts";
import { vercelRefusal } from "../refusal.ts";
import { findCustomEnvironment } from "./find-custom-environment.ts";

const everywhere = ["production", "preview", "development"];

/**
 * Gives a custom environment variables of its own that begin as those of another environment, sensitive ones too. What
 * only previews of one branch have is left out.
 * @param from - `production`, `preview`, `development`, or the slug or id of a custom environment of the same project.
 * @throws {Refusal} 400 `bad_request`, the project has no such environment.
 */
export function copyVariables(
  store: Store,
  { id, projectId }: CustomEnvironment,
  from: string,
  { id: createdBy }: Pick<User, "id">,
): void {
  const source = everywhere.includes(from) ? undefined : findCustomEnvironment(store, { id: projectId }, from);
  if (source === undefined && !everywhere.includes(from))
    throw vercelRefusal(400, "bad_request", `The project has no environment ${from} to copy variables from`);
  const isThere = ({ target, customEnvironmentIds = [] }: EnvVar): boolean =>
    source === undefined ? target.includes(from) : customEnvironmentIds.includes(source.id);
  for (const envVar of store.list("EnvVar", { projectId }) as readonly EnvVar[]) {
    if (envVar.gitBranch !== undefined || !isThere(envVar)) continue;
    const { id: _id, createdAt: _createdAt, updatedAt: _updatedAt, ...copied } = envVar;
    const places = { target: [], customEnvironmentIds: [id] };
    store.create("EnvVar", { ...copied, ...places, createdBy, updatedBy: null });
  }
}
