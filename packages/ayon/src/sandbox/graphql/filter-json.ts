/** Gives the value of a key of a row: first the column, then the names within it. */
export type Lookup<Row> = (row: Row, path: readonly string[]) => unknown;

/** What tells whether a row fits. */
export type Test<Row> = (row: Row) => boolean;

type Condition = { key: string; operator: string; value: unknown };

/**
 * Reads a filter: conditions with `and` or `or` between them, and groups of them.
 * @param columns - Names of the columns that may be asked for.
 * @returns Undefined where it has no conditions, and so filters nothing.
 * @throws {Error} It is no JSON of that form, names another column, or an operator that there is not.
 */
export function readFilter<Row>(
  source: unknown,
  columns: readonly string[],
  lookup: Lookup<Row>,
): Test<Row> | undefined {
  if (!source) return undefined;
  return readGroup(JSON.parse(String(source)) as unknown, columns, lookup);
}

function readGroup<Row>(group: unknown, columns: readonly string[], lookup: Lookup<Row>): Test<Row> | undefined {
  if (!isMembers(group)) throw new Error("A filter has to be an object");
  const { operator = "and", conditions = [] } = group;
  if (operator !== "and" && operator !== "or") throw new Error("A filter combines with and, or with or");
  if (!Array.isArray(conditions)) throw new Error("The conditions of a filter have to be a list");
  const tests = conditions
    .map((one: unknown) =>
      isMembers(one) && "conditions" in one ? readGroup(one, columns, lookup) : readCondition(one, columns, lookup),
    )
    .filter((test) => test !== undefined);
  if (tests.length === 0) return undefined;
  return operator === "and" ? (row) => tests.every((test) => test(row)) : (row) => tests.some((test) => test(row));
}

function readCondition<Row>(given: unknown, columns: readonly string[], lookup: Lookup<Row>): Test<Row> {
  const { key, operator, value } = checkCondition(given);
  const path = key.split(/[./]/).map((name, depth) => (depth === 0 ? camel(name) : name));
  const [column = ""] = path;
  if (!columns.includes(column)) throw new Error(`A filter can't use ${column}`);
  // The database compares a column with a truth value only where it is within JSON.
  if (typeof value === "boolean" && path.length === 1) throw new Error(`${column} can't be compared with ${value}`);
  const compare = operators[operator];
  if (compare === undefined) throw new Error(`There is no operator ${operator}`);
  if (listOperators.has(operator) !== Array.isArray(value) && !/null$/.test(operator))
    throw new Error(`${operator} takes ${listOperators.has(operator) ? "a list" : "one value"}`);
  return (row) => compare(lookup(row, path), value);
}

function checkCondition(given: unknown): Condition {
  if (!isMembers(given) || typeof given.key !== "string") throw new Error("A condition needs a key");
  const operator = String(given.operator ?? "eq")
    .toLowerCase()
    .replace(/[-_]/g, "");
  return { key: given.key, operator, value: given.value };
}

type Compare = (found: unknown, wanted: unknown) => boolean;

const listOperators = new Set(["in", "notin", "includesany", "includesall", "excludesany", "excludesall"]);

/** What is null fits no comparison, not even one for another value. */
const known =
  (compare: Compare): Compare =>
  (found, wanted) =>
    found != null && wanted != null && compare(found, wanted);
const list = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

const operators: { readonly [name: string]: Compare } = {
  eq: known(isSame),
  ne: known((found, wanted) => !isSame(found, wanted)),
  lt: known((found, wanted) => order(found, wanted) < 0),
  gt: known((found, wanted) => order(found, wanted) > 0),
  lte: known((found, wanted) => order(found, wanted) <= 0),
  gte: known((found, wanted) => order(found, wanted) >= 0),
  like: known((found, wanted) => likeExpression(String(wanted)).test(String(found))),
  in: known((found, wanted) => (wanted as unknown[]).some((one) => isSame(found, one))),
  notin: known((found, wanted) => !(wanted as unknown[]).some((one) => isSame(found, one))),
  isnull: (found) => found == null,
  notnull: (found) => found != null,
  includes: (found, wanted) => list(found).includes(String(wanted)),
  excludes: (found, wanted) => !list(found).includes(String(wanted)),
  includesany: (found, wanted) => list(wanted).some((one) => list(found).includes(one)),
  includesall: (found, wanted) => list(wanted).every((one) => list(found).includes(one)),
  excludesany: (found, wanted) => list(wanted).some((one) => !list(found).includes(one)),
  excludesall: (found, wanted) => list(wanted).every((one) => !list(found).includes(one)),
};

function isSame(found: unknown, wanted: unknown): boolean {
  return typeof found === "object"
    ? JSON.stringify(found) === JSON.stringify(wanted)
    : String(found) === String(wanted);
}

/** Numbers compare as numbers, all else as text. */
function order(found: unknown, wanted: unknown): number {
  if (typeof found === "number" && !Number.isNaN(Number(wanted))) return found - Number(wanted);
  const [a, b] = [String(found), String(wanted)];
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function likeExpression(pattern: string): RegExp {
  const source = pattern
    .replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")
    .replaceAll("%", ".*")
    .replaceAll("_", ".");
  return new RegExp(`^${source}$`, "is");
}

function camel(name: string): string {
  return name.replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase());
}

function isMembers(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
