import type { Store } from "@fairlead/sandbox";
import type { EnvVarError, EnvVarTraits } from "./check-env-var.ts";

/** The error of a variable for a custom environment that its project does not have; undefined where it has them all. */
export function unknownEnvironment(
  store: Store,
  projectId: string,
  { key, customEnvironmentIds = [] }: Pick<EnvVarTraits, "key" | "customEnvironmentIds">,
): EnvVarError | undefined {
  const unknown = customEnvironmentIds.find((id) => store.get("CustomEnvironment", id, { projectId }) === undefined);
  if (unknown === undefined) return undefined;
  return { code: "bad_request", message: `The project has no custom environment ${unknown}`, key };
}
