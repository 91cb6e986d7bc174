// scripts/coverage/fields.mjs: the names of all fields that a schema describes, as paths: `creator.uid`, `alias.[]`, `meta.*`.

/** The thing that a reference names, or the thing itself. Throws for a reference that leads nowhere. */
export const resolve = (document, thing) => {
  let found = thing;
  for (let hops = 0; found?.$ref !== undefined; hops += 1) {
    const reference = found.$ref;
    if (hops > 20) throw new Error(`The reference ${reference} leads in a circle.`);
    found = reference
      .replace(/^#\//, "")
      .split("/")
      .reduce((at, key) => at?.[decodeURIComponent(key).replaceAll("~1", "/").replaceAll("~0", "~")], document);
    if (found === undefined) throw new Error(`The reference ${reference} leads nowhere.`);
  }
  return found;
};

/**
 * Adds the paths of all fields of a schema to `into`, through references, lists, maps and alternatives.
 * A schema inside of itself is followed to the second level, so that it says what facts write out level by level.
 */
export const fieldsOf = (document, schema, into, path = [], above = []) => {
  const found = resolve(document, schema);
  if (typeof found !== "object" || found === null || above.filter((outer) => outer === found).length > 1) return into;
  const inside = [...above, found];
  const step = (name, child) => {
    const at = [...path, name];
    into.add(at.join("."));
    fieldsOf(document, child, into, at, inside);
  };
  for (const kind of ["allOf", "anyOf", "oneOf"])
    for (const part of found[kind] ?? []) fieldsOf(document, part, into, path, inside);
  for (const [name, child] of Object.entries(found.properties ?? {})) step(name, child);
  const items = [found.items ?? [], found.prefixItems ?? []].flat();
  for (const item of items) fieldsOf(document, item, into, [...path, "[]"], inside);
  const rest = found.additionalProperties;
  if (typeof rest === "object" && Object.keys(rest).length > 0) fieldsOf(document, rest, into, [...path, "*"], inside);
  return into;
};
