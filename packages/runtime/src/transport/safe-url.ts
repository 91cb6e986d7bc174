/** Parses an address that requests may go to; `undefined` for every other one. */
export type UrlCheck = (text: string, base?: URL | string) => URL | undefined;

/**
 * Parses a URL that requests may go to: https, or http to this machine, the only one that plain http is good enough for,
 * and without credentials in it, which would stand before an `@`.
 * @returns `undefined` for everything else.
 * @see https://www.rfc-editor.org/rfc/rfc6761#section-6.3
 */
export function safeUrl(text: string, base?: URL | string): URL | undefined {
  const url = URL.canParse(text, base) ? new URL(text, base) : undefined;
  return url && /^(https:\/\/[^/@]+|http:\/\/(127[.\d]+|\[::1\]|([^/@]+\.)?localhost)(:\d+)?)\//.test(url.href)
    ? url
    : undefined;
}
