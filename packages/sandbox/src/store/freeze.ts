/**
 * Freezes plain objects and arrays in place, whole. What is frozen already is taken to be so throughout, so that storing
 * a changed entity costs only what changed; instances of classes, such as blobs, stay as they are.
 */
export function freeze<Value>(value: Value): Value {
  if (typeof value !== "object" || value === null || Object.isFrozen(value) || !isPlain(value)) return value;
  Object.freeze(value);
  for (const member of Object.values(value)) freeze(member);
  return value;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null || Array.isArray(value);
}
