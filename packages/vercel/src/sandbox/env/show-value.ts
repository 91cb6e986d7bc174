import type { Random } from "@fairlead/sandbox";

/** A variable with what decides how its value is shown. */
export interface ValueOf {
  readonly id: string;
  readonly type: string;
  readonly value: string;
}

/**
 * The value of a variable as an answer has it. A sensitive one is never in it, an encrypted one only when it is asked
 * for: else a text stands for it that is the same for the same value and tells nothing about it.
 * @param decrypt - Whether encrypted values are shown as they are. @default false
 */
export function showValue(
  { random }: { readonly random: Random },
  { id, type, value }: ValueOf,
  decrypt = false,
): { readonly value: string; readonly decrypted: boolean } {
  if (type === "sensitive") return { value: "", decrypted: false };
  if (type !== "encrypted" || decrypt) return { value, decrypted: true };
  return { value: random.token(`EnvVar/${id}/value/${value}`, 44), decrypted: false };
}
