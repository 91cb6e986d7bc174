import type { ContractCase } from "./contract-cases.ts";

/**
 * The request headers that ask Prism for one declared answer. An error that is no JSON is accepted by name: a client asks
 * for the media type of its data alone, and unlike a server Prism refuses to answer with another.
 * @see https://github.com/stoplightio/prism/blob/master/docs/guides/01-mocking.md
 */
export function askFor({ status, example, mediaType, isStream }: ContractCase): Record<string, string> {
  const prefer = `code=${status}${example === undefined ? "" : `, example=${example}`}`;
  const isForeign = status >= 400 && mediaType !== undefined && (isStream === true || !/[/+]json\b/.test(mediaType));
  return isForeign ? { prefer, accept: mediaType } : { prefer };
}
