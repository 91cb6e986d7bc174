import { vercelRefusal } from "../refusal.ts";

const longestName = 256;

/**
 * The names of the variables that a deployment runs or is built with; their values are never shown.
 * @throws {Refusal} 400, a name can't be: `env_key_invalid_length` or `env_key_invalid_characters`.
 */
export function checkVariables(variables: Readonly<Record<string, string>> = {}): readonly string[] {
  const names = Object.keys(variables);
  for (const name of names) {
    if (name.length === 0 || name.length > longestName)
      throw vercelRefusal(400, "env_key_invalid_length", `The name of a variable has 1 to ${longestName} characters`);
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
      throw vercelRefusal(400, "env_key_invalid_characters", `${name} can't be the name of a variable`);
  }
  return names;
}
