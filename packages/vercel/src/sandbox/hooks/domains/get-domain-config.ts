import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { accountOf } from "../../account.ts";
import { apexOf } from "../../domains/domain-name.ts";
import { needDomainName } from "../../domains/need-name.ts";
import { addresses, configuredBy, namesBelow } from "../../domains/public-dns.ts";

/** Ways in which a certificate can be made, by what leads requests here. */
const challenges = { A: ["http-01"], CNAME: ["http-01"], "dns-01": ["dns-01", "http-01"] } as const;

/** What DNS says of a name, whoever has it. The records to set are the same for every project. */
export const getDomainConfig: Hook<operations["getDomainConfig"]> = (call) => {
  accountOf(call);
  const name = needDomainName(call.path.domain);
  const by = configuredBy(call.store, name, apexOf(name), call.query?.strict === "true");
  return call.reply({
    configuredBy: by,
    acceptedChallenges: by === null ? [] : challenges[by],
    recommendedIPv4: [{ rank: 1, value: addresses }],
    recommendedCNAME: [{ rank: 1, value: `cname.${namesBelow}` }],
    misconfigured: by === null,
  });
};
