import type { Check } from "../rule.ts";

/** They change how the group object behaves, or read like a suffix of ours. */
const reservedMethods = ["then", "toJSON", "constructor", "prototype", "safe", "full", "pages", "all", "wait"];

/** They change how the client object behaves, or are members of it. */
const reservedGroups = ["raw", "request", "on", "close", "then", "toJSON", "constructor"];

/** Client methods are unique in their group, and neither methods nor groups have reserved names. */
export const behaviorMethod: Check = (document, report) => {
  const owners = new Map<string, string>();
  for (const operation of document.operations) {
    const method = operation.spot.get("x-method");
    const name = method?.text();
    const groups = operation.tags().map(camelCase);
    for (const group of groups.filter((known) => reservedGroups.includes(known))) {
      const at = operation.spot.get("tags")?.at ?? operation.spot.at;
      report(`${operation.id}: a tag must not be ${group}, which every client has besides its groups.`, at);
    }
    if (method === undefined || name === undefined) continue;
    if (reservedMethods.includes(name))
      report(`${operation.id}: x-method must not be ${name}, a reserved name.`, method.at);
    for (const full of groups.map((group) => `${group}.${name}`)) {
      const owner = owners.get(full);
      if (owner !== undefined) report(`${operation.id}: ${full} is the method of ${owner} already.`, method.at);
      owners.set(full, owner ?? operation.id);
    }
  }
};

function camelCase(tag: string): string {
  const words = tag.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  return words
    .map((word, index) => (index === 0 ? lowerFirst(word) : word.charAt(0).toUpperCase() + word.slice(1)))
    .join("");
}

function lowerFirst(word: string): string {
  return word.charAt(0).toLowerCase() + word.slice(1);
}
