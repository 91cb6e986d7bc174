// scripts/coverage/left-out.mjs: what a document leaves out on purpose, as a JSON list of entries:
// { "reason": "a sentence", "operations": "*" or [operationId], "kind": "response", "fields": [path] }.
// A path is what --missing prints: a field such as projects.[].room, with all that is inside of it, or a parameter such as
// query limit. In it, * is any text inside of a name, and ** any number of names.
import { kinds } from "./compare.mjs";

const members = ["reason", "operations", "kind", "fields"];

const isList = (value) =>
  Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === "string" && item !== "");

const faultOf = (entry) => {
  if (typeof entry !== "object" || entry === null || Array.isArray(entry)) return "is no object";
  const unknown = Object.keys(entry).find((name) => !members.includes(name));
  if (unknown !== undefined) return `has a member ${unknown}, which is none of ${members.join(", ")}`;
  if (typeof entry.reason !== "string" || !/^\S.{18,}\.$/s.test(entry.reason))
    return "has no reason: a sentence of 20 characters or more with a full stop";
  if (entry.operations !== "*" && !isList(entry.operations)) return 'has no operations: a list of ids, or "*"';
  if (!kinds.includes(entry.kind)) return `has no kind: one of ${kinds.join(", ")}`;
  return isList(entry.fields) ? undefined : "has no fields: a list of paths";
};

/** The entries of a list, checked. Throws an Error with one clear sentence. */
export const readLeftOut = (list) => {
  if (!Array.isArray(list)) throw new Error("This is no list of entries.");
  for (const [index, entry] of list.entries()) {
    const fault = faultOf(entry);
    if (fault !== undefined) throw new Error(`Entry ${index + 1} ${fault}.`);
  }
  return list;
};
