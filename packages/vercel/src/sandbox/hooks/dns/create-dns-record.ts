import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { userOf } from "../../account.ts";
import { readContent } from "../../dns/read-content.ts";
import { refuseConflict } from "../../dns/refuse-conflict.ts";
import { domainInAccount } from "../../domains/account-domain.ts";

/** Makes a record of a domain of the account, whoever answers for its DNS, and tells the id. */
export const createDnsRecord: Hook<operations["createDnsRecord"]> = (call) => {
  const { store, body } = call;
  const { name: domain } = domainInAccount(call, call.path.domain);
  const content = readContent(body, domain);
  refuseConflict(store, domain, content);
  const { id } = store.create("DnsRecord", {
    ...content,
    domain,
    creator: userOf(call).id,
    ...(body.ttl !== undefined && { ttl: body.ttl }),
    ...(body.comment && { comment: body.comment }),
  });
  return call.reply({ uid: id });
};
