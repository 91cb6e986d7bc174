import type { Random } from "@fairlead/sandbox";
import type { components } from "../../generated/schema.ts";
import type { EnvVar } from "../entities.ts";
import { showValue } from "./show-value.ts";

type ShownEnvVar = components["schemas"]["EnvVar"];

/**
 * A variable as an answer has it, its value as `showValue` says.
 * @param decrypt - Whether encrypted values are shown as they are. @default false
 */
export function showEnvVar(tools: { readonly random: Random }, envVar: EnvVar, decrypt = false): ShownEnvVar {
  const { projectId: _hidden, ...shown } = envVar;
  return { ...shown, ...showValue(tools, envVar, decrypt) };
}
