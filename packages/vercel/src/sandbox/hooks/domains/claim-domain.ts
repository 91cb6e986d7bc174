import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { accountOf, notFound } from "../../account.ts";
import { handOver } from "../../domains/account-domain.ts";
import { claimText, recordName } from "../../domains/challenge.ts";
import { needApexName } from "../../domains/need-name.ts";
import { textsAt } from "../../domains/public-dns.ts";
import type { StoredDomain } from "../../domains/stored-domain.ts";
import { vercelError } from "../../refusal.ts";

/** Takes a domain from whoever has it, or shows that one's own is one's own, once the record is there. */
export const claimDomain: Hook<operations["claimDomain"]> = (call) => {
  const { store } = call;
  const account = accountOf(call);
  const name = needApexName(call.path.domain);
  const domain = store.get("Domain", name) as StoredDomain | undefined;
  if (domain === undefined) throw notFound(`There is no domain ${name} to claim`);
  const isOwn = domain.accountId === account.accountId;
  if (isOwn && domain.verified) return call.reply({ domain });
  const text = claimText(call, account.accountId, name);
  if (!textsAt(store, name).includes(text))
    return vercelError(400, "missing_txt_record", `${recordName(name)} has no TXT record with the text ${text}`);
  if (isOwn) return call.reply({ domain: store.update("Domain", domain, { verified: true }) });
  return call.reply({ domain: handOver(call, domain, account, true) });
};
