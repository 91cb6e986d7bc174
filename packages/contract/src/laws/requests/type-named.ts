/** Whether a name is that of an id, alone or with another way to name the same: `projectId` and `projectIdOrName`. */
export function isNamedId(name: string): boolean {
  return /id$/i.test(name) || /(?:^i|I|_i)d_?[Oo]r[_A-Z]/.test(name);
}

/**
 * The resource that a parameter or member names, such as `Project` for `projectId`, `project_id`, `projectIdOrName` and
 * `sourceProjectId`; undefined where none does, or several might.
 * @param before - The part of the path before the parameter, which says what a bare `id` is: `exhibits` in
 * `/exhibits/{id}`.
 */
export function typeNamed(name: string, types: readonly string[], before?: string): string | undefined {
  const words = wordsOf(name);
  const or = words.indexOf("or");
  if (words[or - 1] === "id") words.splice(or);
  const last = words.at(-1);
  if (last === "id" || last === "ids") words.pop();
  else if (before === undefined) return undefined;
  if (words.length === 0) return before === undefined ? undefined : typeOf(wordsOf(singular(before)), types);
  return typeOf(words, types);
}

/** The resource whose name, and nothing more, stands before `Id`: `Branch` for `branchId`, none for `sourceBranchId`. */
export function typeExactlyNamed(name: string, types: readonly string[]): string | undefined {
  const words = wordsOf(name);
  if (words.pop() !== "id" || words.length === 0) return undefined;
  return types.find((type) => wordsOf(type).join(" ") === words.join(" "));
}

/**
 * The resource that a name means by the resource's name and that of its key: `Wing` for `wing_name` where wings are told
 * apart by `name`.
 * @param keys - The key's own name by type.
 */
export function typeOfKey(name: string, keys: Readonly<Record<string, string>>): string | undefined {
  const spelled = wordsOf(name).join(" ");
  return Object.keys(keys).find((type) => [...wordsOf(type), ...wordsOf(keys[type] ?? "")].join(" ") === spelled);
}

/** The resource that a plural names, such as `Scene` for `scenes`. */
export function typeOfPlural(name: string, types: readonly string[]): string | undefined {
  const word = singular(name);
  return word === name ? undefined : types.find((type) => wordsOf(type).join(" ") === wordsOf(word).join(" "));
}

/** The type of these words, else the one whose words they end with, else the only one that ends with them. */
function typeOf(words: readonly string[], types: readonly string[]): string | undefined {
  const name = ` ${words.join(" ")}`;
  const spelled = types.map((type) => ({ type, words: ` ${wordsOf(type).join(" ")}` }));
  const exact = spelled.find((one) => one.words === name) ?? spelled.find((one) => name.endsWith(one.words));
  if (exact !== undefined) return exact.type;
  const longer = spelled.filter((one) => one.words.endsWith(name));
  return longer.length === 1 ? longer[0]?.type : undefined;
}

function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== "");
}

/** The singular of a plural, as far as its letters tell. */
export function singular(name: string): string {
  return name
    .replace(/ies$/i, "y")
    .replace(/(?<=s|x|ch|sh)es$/i, "")
    .replace(/(?<!s)s$/i, "");
}
