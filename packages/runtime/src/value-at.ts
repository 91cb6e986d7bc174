/**
 * The value that a JSON Pointer points at; `undefined` where nothing stands there, or without a pointer.
 * @see https://www.rfc-editor.org/rfc/rfc6901
 */
export function valueAt(value: unknown, pointer: string | undefined): unknown {
  // `~1` first would turn `~01` into a slash, but it stands for `~1`: the order is the RFC's.
  return pointer
    ?.split("/")
    .slice(1)
    .reduce((node, part) => {
      const key = part.replaceAll("~1", "/").replaceAll("~0", "~");
      return (node as { readonly [key: string]: unknown } | null | undefined)?.[key];
    }, value);
}
