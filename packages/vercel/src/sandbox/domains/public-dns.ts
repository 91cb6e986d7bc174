import type { Store } from "@fairlead/sandbox";
import type { Dns, StoredDomain, StoredProjectDomain } from "./stored-domain.ts";

/** Name servers that a domain needs for the vendor's own DNS. */
export const nameservers: readonly string[] = ["ns1.dns.example.net", "ns2.dns.example.net"];

/** Name servers of a domain that was bought elsewhere. */
export const foreignNameservers: readonly string[] = ["ns1.registrar.example.net", "ns2.registrar.example.net"];

/** Addresses that an A record should have. */
export const addresses: readonly string[] = ["192.0.2.21"];

/** Name below which every name leads to the vendor. */
export const namesBelow = "dns.example.net";

/** Texts of the TXT records at `_vercel` below an apex. */
export function textsAt(store: Store, apexName: string): readonly string[] {
  const domain = store.get("Domain", apexName) as StoredDomain | undefined;
  const names = store.list("ProjectDomain", { apexName }) as readonly StoredProjectDomain[];
  return [domain, ...names].flatMap((one) => one?.dns?.txt ?? []);
}

/** What leads requests for a name to the vendor, the first that does; null for nothing. */
export function configuredBy(
  store: Store,
  name: string,
  apexName: string,
  strict: boolean,
): "A" | "CNAME" | "dns-01" | null {
  const domain = store.get("Domain", apexName) as StoredDomain | undefined;
  if (domain?.serviceType === "zeit.world" && (name === apexName || !strict)) return "dns-01";
  const known = [
    ...(name === apexName && domain !== undefined ? [domain] : []),
    ...(store.list("ProjectDomain", { name }) as readonly StoredProjectDomain[]),
  ].flatMap(({ dns }) => dns ?? []);
  if (known.some(leadsByAddress)) return "A";
  return known.some(leadsByName) ? "CNAME" : null;
}

/** One address of somebody else is enough to lead some of the requests elsewhere. */
function leadsByAddress({ a = [] }: Dns): boolean {
  return a.length > 0 && a.every((address) => addresses.includes(address));
}

function leadsByName({ cname = "" }: Dns): boolean {
  return cname.replace(/\.$/, "").endsWith(`.${namesBelow}`);
}
