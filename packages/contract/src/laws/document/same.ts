/** Whether two JSON values are equal; a missing one and null are. */
export function same(one: unknown, other: unknown): boolean {
  if (one === other || (one === undefined && other === null)) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  return Array.from(new Set([...Object.keys(one), ...Object.keys(other)])).every((name) =>
    same((one as Record<string, unknown>)[name], (other as Record<string, unknown>)[name]),
  );
}
