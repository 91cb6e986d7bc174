import type { Store } from "@fairlead/sandbox";
import { type StoredDnsRecord, system } from "../dns/stored-dns-record.ts";
import type { Dns, StoredDomain, StoredProjectDomain } from "./stored-domain.ts";

/** Name servers that a domain needs for the vendor's own DNS. */
export const nameservers: readonly string[] = ["ns1.dns.example.net", "ns2.dns.example.net"];

/** Name servers of a domain that was bought elsewhere. */
export const foreignNameservers: readonly string[] = ["ns1.registrar.example.net", "ns2.registrar.example.net"];

/** Addresses that an A record should have. */
export const addresses: readonly string[] = ["192.0.2.21"];

/** Name below which every name leads to the vendor. */
export const namesBelow = "dns.example.net";

/** Whether the vendor's name servers answer for a domain, so that the records made here are those that others see. */
export function isServed(domain: StoredDomain | undefined): domain is StoredDomain {
  return domain?.serviceType === "zeit.world" && domain.customNameservers === undefined;
}

/** Texts of the TXT records at `_vercel` below an apex. */
export function textsAt(store: Store, apexName: string): readonly string[] {
  const domain = store.get("Domain", apexName) as StoredDomain | undefined;
  const names = store.list("ProjectDomain", { apexName }) as readonly StoredProjectDomain[];
  const kept = [domain, ...names].flatMap((one) => one?.dns?.txt ?? []);
  if (!isServed(domain)) return kept;
  const made = store.list("DnsRecord", { domain: apexName, name: "_vercel", type: "TXT" });
  return [...kept, ...(made as readonly StoredDnsRecord[]).map(({ value }) => unquoted(value))];
}

/** What leads requests for a name to the vendor, the first that does; null for nothing. */
export function configuredBy(
  store: Store,
  name: string,
  apexName: string,
  strict: boolean,
): "A" | "CNAME" | "dns-01" | null {
  const domain = store.get("Domain", apexName) as StoredDomain | undefined;
  const own = isServed(domain) ? leadBy(recordsAt(store, name, apexName)) : null;
  if (own !== null) return own;
  if (isServed(domain) && (name === apexName || !strict)) return "dns-01";
  const known = [
    ...(name === apexName && domain !== undefined ? [domain] : []),
    ...(store.list("ProjectDomain", { name }) as readonly StoredProjectDomain[]),
  ];
  return leadBy(known.flatMap(({ dns }) => dns ?? []));
}

/** Where records that somebody made lead a name: those at the name itself. */
function recordsAt(store: Store, name: string, apexName: string): readonly Dns[] {
  const below = name === apexName ? "" : name.slice(0, -apexName.length - 1);
  const records = store.list("DnsRecord", { domain: apexName, name: below }) as readonly StoredDnsRecord[];
  const own = records.filter(({ creator }) => creator !== system);
  const a = own.filter(({ type }) => type === "A").map(({ value }) => value);
  const names = own.filter(({ type }) => type === "CNAME" || type === "ALIAS");
  return [{ a }, ...names.map(({ value }) => ({ cname: value }))];
}

function leadBy(known: readonly Dns[]): "A" | "CNAME" | null {
  if (known.some(leadsByAddress)) return "A";
  return known.some(leadsByName) ? "CNAME" : null;
}

/** A text without the quotes of zone files around it. */
function unquoted(text: string): string {
  return /^"(.*)"$/.exec(text)?.[1] ?? text;
}

/** One address of somebody else is enough to lead some of the requests elsewhere. */
function leadsByAddress({ a = [] }: Dns): boolean {
  return a.length > 0 && a.every((address) => addresses.includes(address));
}

function leadsByName({ cname = "" }: Dns): boolean {
  return cname.replace(/\.$/, "").endsWith(`.${namesBelow}`);
}
