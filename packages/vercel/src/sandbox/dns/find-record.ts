import { type Asking, accountOf, notFound } from "../account.ts";
import type { StoredDomain } from "../domains/stored-domain.ts";
import { vercelRefusal } from "../refusal.ts";
import { type StoredDnsRecord, system } from "./stored-dns-record.ts";

/**
 * A record of the account's domains that somebody may change.
 * @param domain - Name of the only domain to look at. @default all of the account
 * @throws {Refusal} 403 as `accountOf`; 404, there is none; 403, the service made it.
 */
export function needOwnRecord(asking: Asking, id: string, domain?: string): StoredDnsRecord {
  const { store } = asking;
  const { accountId } = accountOf(asking);
  const record = store.get("DnsRecord", id, domain === undefined ? {} : { domain }) as StoredDnsRecord | undefined;
  const holder = record && (store.get("Domain", record.domain, { accountId }) as StoredDomain | undefined);
  if (record === undefined || holder === undefined)
    throw notFound(`There is no record ${id} in ${domain ?? "the domains of this account"}`);
  if (record.creator !== system) return record;
  throw vercelRefusal(403, "forbidden", "The service made this record, which nobody can change or delete");
}
