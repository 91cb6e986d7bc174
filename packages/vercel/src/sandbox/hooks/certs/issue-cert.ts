import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { accountOf } from "../../account.ts";
import { needDns, needRight, readNames } from "../../certs/check-names.ts";
import { lifetime } from "../../certs/renew.ts";
import { showCertificate } from "../../certs/show-certificate.ts";
import type { StoredCertificate } from "../../certs/stored-certificate.ts";

/** Issues a certificate for names that the account may use and whose DNS leads here. */
export const issueCert: Hook<operations["issueCert"]> = (call) => {
  const { store, body, clock } = call;
  const { accountId } = accountOf(call);
  const cns = readNames(body.cns ?? body.domains ?? []);
  for (const name of cns) needRight(store, { accountId }, name);
  for (const name of cns) needDns(store, name);
  const given = { accountId, cns, autoRenew: true, expiresAt: clock.now() + lifetime };
  return call.reply(showCertificate(store.create("Certificate", given) as StoredCertificate));
};
