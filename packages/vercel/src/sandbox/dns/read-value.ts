import { vercelRefusal } from "../refusal.ts";
import type { DnsRecordType } from "./stored-dns-record.ts";

/** Types of records whose value is a text of the request. */
type ValueType = Exclude<DnsRecordType, "HTTPS" | "SRV">;

const readers: Readonly<Record<ValueType, (text: string) => string | undefined>> = {
  A: readIpv4,
  AAAA: readIpv6,
  ALIAS: readHost,
  CAA: readCaa,
  CNAME: readHost,
  MX: readHost,
  NS: readHost,
  TXT: (text) => (text === "" ? undefined : text),
};

const wanted: Readonly<Record<ValueType, string>> = {
  A: "an IPv4 address",
  AAAA: "an IPv6 address",
  ALIAS: "a fully qualified host",
  CAA: 'flags, tag and a quoted value, such as 0 issue "ca.example.net"',
  CNAME: "a fully qualified host",
  MX: "a fully qualified host",
  NS: "a fully qualified host",
  TXT: "a text",
};

/**
 * The value of a record as it is stored, of any type that has one.
 * @throws {Refusal} 400 `bad_request`, or `invalid_value` for CAA: it is none for this type.
 */
export function readValue(type: ValueType, given: string): string {
  const value = readers[type](given.trim());
  if (value !== undefined) return value;
  const code = type === "CAA" ? "invalid_value" : "bad_request";
  throw vercelRefusal(400, code, `A record of type ${type} needs ${wanted[type]}`);
}

/** A host as zone files write it, with a dot at its end; undefined where a text is none or has no domain. */
export function readHost(text: string): string | undefined {
  const host = text.toLowerCase().replace(/\.$/, "");
  const labels = host.split(".");
  const good = labels.every((label) => /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/.test(label));
  return good && labels.length > 1 && host.length <= 253 && !readIpv4(host) ? `${host}.` : undefined;
}

function readIpv4(text: string): string | undefined {
  const parts = text.split(".");
  return parts.length === 4 && parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256)
    ? text
    : undefined;
}

/** One form for all ways to write an address, so that a second record of it is found. */
function readIpv6(text: string): string | undefined {
  if (!/^[0-9a-f:.]+$/i.test(text) || !URL.canParse(`http://[${text}]`)) return undefined;
  return new URL(`http://[${text}]`).hostname.slice(1, -1);
}

function readCaa(text: string): string | undefined {
  const [, flags, tag, quoted, bare] = /^(\d{1,3})\s+([a-z]+)\s+(?:"([^"]*)"|(\S+))$/i.exec(text) ?? [];
  const known = ["issue", "issuewild", "iodef"].includes(tag?.toLowerCase() ?? "");
  const value = (quoted ?? bare ?? "").trim();
  // The vendor takes no record that forbids everybody, whose value is a lone semicolon.
  if (!known || Number(flags) > 255 || value === "" || value === ";") return undefined;
  return `${Number(flags)} ${tag?.toLowerCase()} "${value}"`;
}
