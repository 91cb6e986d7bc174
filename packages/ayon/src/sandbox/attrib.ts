/** Attributes, and the names of those that were set. */
export type Owned = {
  readonly attrib: Readonly<Record<string, unknown>>;
  readonly ownAttrib: string[];
};

/**
 * Attributes after a change: one that is given as null is set back, so it is neither there nor an own one.
 * @param changes - Only the attributes to change; absent for none.
 */
export function mergeAttrib({ attrib, ownAttrib }: Owned, changes: Readonly<Record<string, unknown>> = {}): Owned {
  const set = Object.keys(changes).filter((name) => changes[name] !== null);
  const kept = ownAttrib.filter((name) => changes[name] !== null);
  return { attrib: mergeMembers(attrib, changes), ownAttrib: [...new Set([...kept, ...set])] };
}

/** Members after a change: one that is given as null is taken out. */
export function mergeMembers(
  members: Readonly<Record<string, unknown>>,
  changes: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return withoutNulls({ ...members, ...changes });
}

/** The members that are not null. */
export function withoutNulls(members: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== null && value !== undefined));
}
