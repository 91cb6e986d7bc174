import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { showRecord } from "../../dns/show-record.ts";
import type { StoredDnsRecord } from "../../dns/stored-dns-record.ts";
import { domainInAccount } from "../../domains/account-domain.ts";
import { pageByTime } from "../../page-by-time.ts";

/** The records of a domain of the account, newest first, with those of the service. */
export const listDnsRecords: Hook<operations["listDnsRecords"]> = (call) => {
  const { name: domain } = domainInAccount(call, call.path.domain);
  const all = call.store.list("DnsRecord", { domain }) as readonly StoredDnsRecord[];
  const { items, pagination } = pageByTime(all, call.query ?? {}, ({ createdAt }) => createdAt);
  return call.reply({ records: items.map(showRecord), pagination });
};
