import { type Call, Refusal } from "@fairlead/sandbox";
import { needDns, needRight } from "./check-names.ts";
import type { StoredCertificate } from "./stored-certificate.ts";

const day = 86_400_000;

/** How long an issued certificate holds, in ms: what the issuer that the vendor uses gives. */
export const lifetime: number = 90 * day;

/** How long before its end it is renewed, in ms: that issuer asks for a third of its time. */
const ahead = 30 * day;

/**
 * A certificate as it is now: one that is renewed has got further times whenever its end came near, as long as its names
 * may have one.
 */
export function renewed(
  { store, clock }: Pick<Call, "store" | "clock">,
  certificate: StoredCertificate,
): StoredCertificate {
  const due = certificate.expiresAt - ahead;
  const now = clock.now();
  if (!certificate.autoRenew || now < due || !mayRenew({ store }, certificate)) return certificate;
  const period = lifetime - ahead;
  const times = Math.floor((now - due) / period) + 1;
  const expiresAt = certificate.expiresAt + times * period;
  return store.update("Certificate", certificate, { expiresAt }) as StoredCertificate;
}

function mayRenew({ store }: Pick<Call, "store">, { accountId, cns }: StoredCertificate): boolean {
  try {
    for (const name of cns) {
      needRight(store, { accountId }, name);
      needDns(store, name);
    }
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}
