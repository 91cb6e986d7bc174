/** Text that may hold a `__proto__` key, written out or with an escaped underscore. */
const HAS_PROTO = /__proto__|\\u005f/i;

/**
 * Parses JSON without own `__proto__` keys, which would change the prototype of an object that they are copied to.
 * @throws {SyntaxError} The text is no JSON.
 */
export function parseJson(text: string): unknown {
  // A reviver makes parsing several times slower, and next to no text needs it.
  if (!HAS_PROTO.test(text)) return JSON.parse(text);
  return JSON.parse(text, (key, value) => (key === "__proto__" ? undefined : value));
}
