/**
 * Whether a JSON value has more characters than allowed, about. It stops as soon as that is known: a long list is seen
 * with each request, and its copy would be thrown away.
 */
export function isLongerThan(value: unknown, characters: number): boolean {
  return rest(value, characters) < 0;
}

/** How many characters are left after a value. */
function rest(value: unknown, characters: number): number {
  if (typeof value === "string") return characters - value.length - 2;
  if (typeof value !== "object" || value === null) return characters - 4;
  let left = characters;
  if (Array.isArray(value)) {
    for (const item of value) {
      left = rest(item, left);
      if (left < 0) break;
    }
    return left;
  }
  for (const name in value) {
    left = rest((value as Record<string, unknown>)[name], left - name.length - 4);
    if (left < 0) break;
  }
  return left;
}
