import type { Store } from "@fairlead/sandbox";
import { findCustomEnvironment } from "../custom-environments/find-custom-environment.ts";
import type { CustomEnvironment, Project } from "../entities.ts";
import { vercelRefusal } from "../refusal.ts";

const environments = ["production", "staging"];

/** Where a deployment goes. */
export interface Target {
  /** An environment that needs not be made; null for a preview, and where `customEnvironment` has it. */
  readonly target: string | null;
  readonly customEnvironment: CustomEnvironment | undefined;
}

/**
 * The environment of a new deployment; a preview has the target null, and some clients call it by that name.
 * @param target - As the request has it; the slug or id of a custom environment will do too.
 * @param custom - Slug or id of a custom environment, which goes first.
 * @throws {Refusal} 400, there is no such environment.
 */
export function readTarget(
  store: Store,
  project: Project | undefined,
  target: string | undefined,
  custom: string | undefined,
): Target {
  const asked = custom || target || "preview";
  const customEnvironment = project && findCustomEnvironment(store, project, asked);
  if (custom ? customEnvironment : customEnvironment && !environments.includes(asked))
    return { target: null, customEnvironment };
  if (!custom && asked === "preview") return { target: null, customEnvironment: undefined };
  if (!custom && environments.includes(asked)) return { target: asked, customEnvironment: undefined };
  throw vercelRefusal(400, "bad_request", `The project has no environment ${asked}`);
}
