import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { needOwnRecord } from "../../dns/find-record.ts";
import { domainInAccount } from "../../domains/account-domain.ts";

/** Deletes a record of a domain of the account, unless the service made it. */
export const deleteDnsRecord: Hook<operations["deleteDnsRecord"]> = (call) => {
  const { name } = domainInAccount(call, call.path.domain);
  call.store.remove("DnsRecord", needOwnRecord(call, call.path.recordId, name));
  return call.reply({});
};
