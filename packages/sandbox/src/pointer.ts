import type { Pointer } from "./tables/tables.ts";

/** The value at a JSON Pointer; undefined where there is none. */
export function readPointer(value: unknown, pointer: Pointer): unknown {
  let target = value;
  for (const part of partsOf(pointer)) {
    if (typeof target !== "object" || target === null || !Object.hasOwn(target, part)) return undefined;
    target = (target as Record<string, unknown>)[part];
  }
  return target;
}

/** A copy of the value with another one at a JSON Pointer; objects on the way are made where they are missing. */
export function writePointer(value: unknown, pointer: Pointer, replacement: unknown): unknown {
  return write(value, partsOf(pointer), replacement);
}

function write(value: unknown, [part, ...rest]: readonly string[], replacement: unknown): unknown {
  if (part === undefined) return replacement;
  if (Array.isArray(value) || (/^(0|[1-9]\d*)$/.test(part) && typeof value !== "object")) {
    const items: unknown[] = Array.isArray(value) ? [...value] : [];
    items[Number(part)] = write(items[Number(part)], rest, replacement);
    return items;
  }
  const members = typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  return { ...members, [part]: write(Object.hasOwn(members, part) ? members[part] : undefined, rest, replacement) };
}

/** The parts of pointers that were asked for: documents hold a few, and each request asks for them again. */
const known = new Map<Pointer, readonly string[]>();
/** The most pointers that are kept; hooks may make pointers up. */
const MOST_KNOWN = 10_000;

/** The parts of a JSON Pointer, unescaped. */
export function partsOf(pointer: Pointer): readonly string[] {
  let parts = known.get(pointer);
  if (parts !== undefined) return parts;
  parts = pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
  if (known.size < MOST_KNOWN) known.set(pointer, parts);
  return parts;
}
