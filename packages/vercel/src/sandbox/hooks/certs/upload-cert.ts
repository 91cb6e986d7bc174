import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { accountOf } from "../../account.ts";
import { readUpload } from "../../certs/read-upload.ts";
import { showCertificate } from "../../certs/show-certificate.ts";
import type { StoredCertificate } from "../../certs/stored-certificate.ts";
import { apexOf, readDomainName } from "../../domains/domain-name.ts";
import type { StoredDomain } from "../../domains/stored-domain.ts";
import { vercelError } from "../../refusal.ts";

/** Takes in a certificate from elsewhere for domains of the account. Its key is looked at and forgotten. */
export const uploadCert: Hook<operations["uploadCert"]> = (call) => {
  const { store, body, clock } = call;
  const { accountId } = accountOf(call);
  const { names, notAfter: expiresAt } = readUpload(body, clock.now());
  const cns = names.map((name) => readDomainName(name) ?? name);
  for (const name of cns) {
    const domain = apexOf(name);
    if ((store.get("Domain", domain, { accountId }) as StoredDomain | undefined) === undefined)
      return vercelError(403, "forbidden", `The account has not the domain ${domain}`, { domain });
  }
  const given = { accountId, cns, autoRenew: false, expiresAt };
  return call.reply(showCertificate(store.create("Certificate", given) as StoredCertificate));
};
