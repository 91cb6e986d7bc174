import { mask } from "./mask.ts";

/**
 * The text with the addresses in it masked: their user and password, the values of their query and fragment, and the
 * ticket of an address that the sandbox made, because whoever knows it may fetch or send the file.
 */
export function maskAddresses(text: string): string {
  if (!text.includes("://")) return text;
  return text.replaceAll(/\b[a-z][a-z0-9+.-]{0,20}:\/\/[^\s"'<>\\]+/gi, maskAddress);
}

function maskAddress(address: string): string {
  const [, before = "", after = ""] = /^([^?#]*)(.*)$/s.exec(address) ?? [];
  const place = before
    .replace(/^([^:]+:\/\/)[^/@]*@/, `$1${mask}@`)
    .replace(/(\/__sandbox__\/(?:files|uploads)\/)[^/]+/, `$1${mask}`);
  return place + after.replaceAll(/([?&#;]+)(?:([^?&#;=]*)=)?[^?&#;]*/g, maskPart);
}

function maskPart(part: string, separator: string, name: string | undefined): string {
  if (part === separator) return part;
  return name === undefined ? `${separator}${mask}` : `${separator}${name}=${mask}`;
}
