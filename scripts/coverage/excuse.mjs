// scripts/coverage/excuse.mjs: which of the missing facts a list leaves out on purpose, and what the list says in vain.
import { kinds, outermost } from "./compare.mjs";

// What fits a path with stars.
const patternOf = (path) => {
  const source = path
    .split(/(\*\*\.|\*\*|\*)/)
    .map((part) => {
      if (part === "**.") return "(?:.*\\.)?";
      if (part === "**") return ".*";
      return part === "*" ? "[^.]*" : part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    })
    .join("");
  return new RegExp(`^${source}$`);
};

// A field goes with the outermost missing one that it is inside of: whoever leaves `creator` out leaves `creator.uid` out.
const outerOf = (field, missing) => {
  const found = [field];
  for (let end = field.lastIndexOf("."); end > 0; end = field.lastIndexOf(".", end - 1))
    if (missing.has(field.slice(0, end))) found.push(field.slice(0, end));
  return found;
};

const about = (entry, what) => `Entry ${entry + 1} is about ${what}, where nothing is missing any more: take it out.`;

/**
 * Tells what a document lacks on purpose from what it lacks without a reason.
 * @param operations - As `compare` gives them.
 * @returns `operations`: the same, with only what has no reason, the outermost of it; `counts`: for each kind `leftOut` and
 *   `missing`, fields inside of others included; `stale`: a sentence for each part of an entry that is about nothing.
 */
export const excuse = (operations, leftOut) => {
  const rules = leftOut.flatMap(({ operations: ids, kind, fields }, entry) =>
    fields.map((path) => ({ entry, ids, kind, path, pattern: patternOf(path), used: false })),
  );
  const named = leftOut.map(() => new Set());
  const counts = Object.fromEntries(kinds.map((kind) => [kind, { leftOut: 0, missing: 0 }]));
  const left = operations.map(({ operation, id, missing }) => {
    const kept = {};
    for (const kind of kinds) {
      const all = new Set(missing[kind]);
      const own = rules.filter((rule) => rule.kind === kind && (rule.ids === "*" || rule.ids.includes(id)));
      const bare = missing[kind].filter((field) => {
        const names = outerOf(field, all);
        const fitting = own.filter(({ pattern }) => names.some((name) => pattern.test(name)));
        for (const rule of fitting) {
          rule.used = true;
          named[rule.entry].add(id);
        }
        return fitting.length === 0;
      });
      counts[kind].missing += bare.length;
      counts[kind].leftOut += all.size - bare.length;
      kept[kind] = outermost(bare);
    }
    return { operation, id, missing: kept };
  });
  const stale = leftOut.flatMap(({ operations: ids }, entry) => [
    ...rules.filter((rule) => rule.entry === entry && !rule.used).map(({ path }) => about(entry, path)),
    ...(ids === "*" ? [] : ids.filter((id) => !named[entry].has(id)).map((id) => about(entry, id))),
  ]);
  return { operations: left, counts, stale };
};
