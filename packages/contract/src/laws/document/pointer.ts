/** The value at a JSON Pointer; undefined where there is none. */
export function readPointer(value: unknown, pointer: string): unknown {
  let target = value;
  for (const part of pointerParts(pointer)) {
    if (typeof target !== "object" || target === null || !Object.hasOwn(target, part)) return undefined;
    target = (target as Record<string, unknown>)[part];
  }
  return target;
}

/** A copy of a value with another one at a JSON Pointer; `undefined` takes the member out. */
export function writePointer(value: unknown, pointer: string, replacement: unknown): unknown {
  const [part, ...rest] = pointerParts(pointer);
  if (part === undefined) return replacement;
  const deeper = rest.map((name) => `/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
  if (Array.isArray(value)) {
    return value.map((item, index) => (String(index) === part ? writePointer(item, deeper, replacement) : item));
  }
  const { [part]: old, ...others } = (typeof value === "object" && value !== null ? value : {}) as Record<
    string,
    unknown
  >;
  const written = writePointer(old, deeper, replacement);
  return written === undefined ? others : { ...others, [part]: written };
}

/** The parts of a JSON Pointer, unescaped. */
export function pointerParts(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
}
