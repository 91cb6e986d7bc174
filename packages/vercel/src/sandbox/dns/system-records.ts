import type { Store } from "@fairlead/sandbox";
import { namesBelow } from "../domains/public-dns.ts";
import { type DnsContent, type StoredDnsRecord, system } from "./stored-dns-record.ts";

const note = "The service made this record and may change it.";

/** What the service sets for each domain: who may issue its certificates, and where its names lead. */
export const systemContents: readonly DnsContent[] = [
  { name: "", type: "CAA", value: '0 issue "letsencrypt.org"' },
  { name: "*", type: "CNAME", value: `cname.${namesBelow}.` },
];

/** Makes the records of the service for a new domain. */
export function addSystemRecords(store: Store, domain: string): void {
  for (const content of systemContents) store.create("DnsRecord", systemRecord(content, domain));
}

/** Such a record, without what the store adds. */
export function systemRecord(
  content: DnsContent,
  domain: string,
): DnsContent & Pick<StoredDnsRecord, "domain" | "ttl" | "creator" | "comment"> {
  return { ...content, domain, ttl: 60, creator: system, comment: note };
}
