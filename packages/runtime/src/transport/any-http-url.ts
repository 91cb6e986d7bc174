import type { UrlCheck } from "./safe-url.ts";

/**
 * Parses any http or https URL without credentials in it: for a server in a network of one's own, where whoever listens
 * may read the credentials. A redirect from https to http is refused all the same.
 */
export const anyHttpUrl: UrlCheck = (text, base) => {
  const url = URL.canParse(text, base) ? new URL(text, base) : undefined;
  return url && /^https?:\/\/[^/@]+\//.test(url.href) ? url : undefined;
};
