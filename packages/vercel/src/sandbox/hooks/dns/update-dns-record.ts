import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { changeContent } from "../../dns/change-content.ts";
import { needOwnRecord } from "../../dns/find-record.ts";
import { refuseConflict } from "../../dns/refuse-conflict.ts";
import { showUpdated } from "../../dns/show-record.ts";
import type { StoredDnsRecord } from "../../dns/stored-dns-record.ts";

/** Changes a record of whichever domain of the account has it. */
export const updateDnsRecord: Hook<operations["updateDnsRecord"]> = (call) => {
  const { store, body } = call;
  const record = needOwnRecord(call, call.path.recordId);
  const content = changeContent(record, body);
  refuseConflict(store, record.domain, content, record.id);
  const now = store.update("DnsRecord", record, {
    ...content,
    ...(body.ttl != null && { ttl: body.ttl }),
    // An empty text takes the note away.
    ...(body.comment !== undefined && { comment: body.comment || undefined }),
  }) as StoredDnsRecord;
  return call.reply(showUpdated(now));
};
