import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { accountOf } from "../../account.ts";
import { apexOf } from "../../domains/domain-name.ts";
import { needDomainName } from "../../domains/need-name.ts";
import { addresses, configuredBy, isServed, namesBelow } from "../../domains/public-dns.ts";
import type { StoredDomain } from "../../domains/stored-domain.ts";

/** What DNS says of a name, whoever has it. The records to set are the same for every project. */
export const getDomainConfig: Hook<operations["getDomainConfig"]> = (call) => {
  accountOf(call);
  const name = needDomainName(call.path.domain);
  const apexName = apexOf(name);
  const by = configuredBy(call.store, name, apexName, call.query?.strict === "true");
  const byName = isServed(call.store.get("Domain", apexName) as StoredDomain | undefined) ? ["dns-01"] : [];
  return call.reply({
    configuredBy: by,
    // A certificate can be made by the name servers, or by answering requests.
    acceptedChallenges: by === null ? [] : [...byName, "http-01"],
    recommendedIPv4: [{ rank: 1, value: addresses }],
    recommendedCNAME: [{ rank: 1, value: `cname.${namesBelow}` }],
    misconfigured: by === null,
  });
};
