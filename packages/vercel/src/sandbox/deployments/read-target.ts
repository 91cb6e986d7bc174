import { vercelRefusal } from "../refusal.ts";

const environments = ["production", "staging"];

/**
 * The environment of a new deployment; null for a preview, which some clients call by that name.
 * @param custom - Id or slug of a custom environment, which no project of the sandbox has.
 * @throws {Refusal} 400, there is no such environment.
 */
export function readTarget(target: string | undefined, custom: string | undefined): string | null {
  const asked = custom || target || "preview";
  if (!custom && asked === "preview") return null;
  if (!custom && environments.includes(asked)) return asked;
  throw vercelRefusal(400, "bad_request", `The project has no environment ${asked}`);
}
