/**
 * Parses JSON without own `__proto__` keys, which would change the prototype of an object that they are copied to.
 * @throws {SyntaxError} The text is no JSON.
 */
export function parseJson(text: string): unknown {
  const withoutProto = (key: string, value: unknown) => (key === "__proto__" ? undefined : value);
  // The key may have an escaped underscore. A reviver makes parsing several times slower, and next to no text needs it.
  return JSON.parse(text, /__proto__|\\u005f/i.test(text) ? withoutProto : undefined);
}
