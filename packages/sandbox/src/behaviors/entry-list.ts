/** Whether a parsed JSON value is a list of entries: a text each, and an object that has these members. */
export function isEntryList<Value>(
  json: unknown,
  members: readonly (keyof Value & string)[],
): json is [string, Value][] {
  return Array.isArray(json) && json.every((entry) => isEntry(entry, members));
}

function isEntry(entry: unknown, members: readonly string[]): boolean {
  if (!Array.isArray(entry) || typeof entry[0] !== "string") return false;
  const value: unknown = entry[1];
  return typeof value === "object" && value !== null && members.every((member) => Object.hasOwn(value, member));
}
