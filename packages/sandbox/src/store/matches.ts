/**
 * Whether a stored value has what a condition asks for. Members of an object that the condition doesn't name are free;
 * arrays and everything else must be equal. A number equals its text, because ids arrive in paths as text.
 */
export function matches(value: unknown, condition: unknown): boolean {
  if (value === condition) return true;
  if (isKeyValue(value) && isKeyValue(condition)) return String(value) === String(condition);
  if (typeof value !== "object" || typeof condition !== "object" || value === null || condition === null) return false;
  if (Array.isArray(value) || Array.isArray(condition)) {
    if (!Array.isArray(value) || !Array.isArray(condition) || value.length !== condition.length) return false;
    return condition.every((item, index) => matches(value[index], item));
  }
  for (const name in condition) {
    const own = Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
    if (!matches(own, (condition as Record<string, unknown>)[name])) return false;
  }
  return true;
}

function isKeyValue(value: unknown): value is string | number {
  return typeof value === "string" || typeof value === "number";
}
