import type { Random } from "@fairlead/sandbox";
import type { components } from "../../generated/schema.ts";
import type { EnvVar } from "../entities.ts";

type ShownEnvVar = components["schemas"]["EnvVar"];

/**
 * A variable as an answer has it. A sensitive value is never in it, an encrypted one only when it is asked for: else a
 * text stands for it that is the same for the same value and tells nothing about it.
 * @param decrypt - Whether encrypted values are shown as they are. @default false
 */
export function showEnvVar({ random }: { readonly random: Random }, envVar: EnvVar, decrypt = false): ShownEnvVar {
  const { projectId: _hidden, value, ...shown } = envVar;
  if (envVar.type === "sensitive") return { ...shown, value: "", decrypted: false };
  if (envVar.type !== "encrypted" || decrypt) return { ...shown, value, decrypted: true };
  return { ...shown, value: random.token(`EnvVar/${envVar.id}/value/${value}`, 44), decrypted: false };
}
