/**
 * The header that names a download: the name as it is for readers of RFC 8187, and in plain letters for the others.
 * Undefined without a name.
 * @see https://www.rfc-editor.org/rfc/rfc6266
 */
export function contentDisposition(name: string): string | undefined {
  if (name === "") return undefined;
  const plain = name.replace(/[^\x20-\x7e]/gu, "_").replace(/["\\%]/g, "_");
  if (plain === name) return `attachment; filename="${plain}"`;
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
