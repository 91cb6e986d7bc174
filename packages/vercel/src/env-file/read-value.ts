import type { CallOptions } from "@fairlead/runtime";
import type { EnvCalls, EnvVar } from "./env-calls.ts";
import type { EnvProject } from "./env-place.ts";

/**
 * The value of a listed variable in plain text; `undefined` where nobody may read it. One that came encrypted although
 * plain text was asked for is asked for by itself, because for lists the vendor has marked that wish as deprecated.
 */
export async function readValue(
  calls: Pick<EnvCalls, "get">,
  project: EnvProject,
  listed: EnvVar,
  options?: CallOptions,
): Promise<string | undefined> {
  if (listed.type === "sensitive" || listed.type === "system") return undefined;
  if (listed.type === "plain" || listed.decrypted) return listed.value;
  const shown = await calls.get({ ...project, id: listed.id }, options);
  return shown.type === "sensitive" || shown.decrypted === false ? undefined : shown.value;
}
