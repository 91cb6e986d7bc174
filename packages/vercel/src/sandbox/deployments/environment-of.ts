import type { Store } from "@fairlead/sandbox";
import type { CustomEnvironment } from "../entities.ts";
import type { StoredDeployment } from "./deployment.ts";

/** The custom environment that a deployment was made for; undefined where it was none, or that one is gone. */
export function customEnvironmentOf(
  store: Store,
  { projectId, customEnvironment }: Pick<StoredDeployment, "projectId" | "customEnvironment">,
): CustomEnvironment | undefined {
  if (customEnvironment === undefined) return undefined;
  return store.get("CustomEnvironment", customEnvironment.id, { projectId }) as CustomEnvironment | undefined;
}

/** Names of the environment that a deployment was made for: those of a custom one are its slug and its id. */
export function environmentNames(store: Store, deployment: StoredDeployment): readonly string[] {
  const { target, customEnvironment } = deployment;
  if (customEnvironment === undefined) return [target ?? "preview"];
  const known = customEnvironmentOf(store, deployment);
  return known === undefined ? [customEnvironment.id] : [known.slug, known.id];
}

/** The custom environment as a deployment shows it: by its id alone once it is gone. */
export function shownEnvironment(
  store: Store,
  deployment: StoredDeployment,
): { readonly customEnvironment?: { readonly id: string; readonly slug?: string } } {
  const { customEnvironment } = deployment;
  if (customEnvironment === undefined) return {};
  const known = customEnvironmentOf(store, deployment);
  if (known === undefined) return { customEnvironment: { id: customEnvironment.id } };
  const { projectId: _hidden, ...shown } = known;
  return { customEnvironment: shown };
}
