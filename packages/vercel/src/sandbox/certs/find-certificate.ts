import type { Call } from "@fairlead/sandbox";
import { type Asking, inAccount } from "../account.ts";
import { vercelRefusal } from "../refusal.ts";
import { renewed } from "./renew.ts";
import type { StoredCertificate } from "./stored-certificate.ts";

/**
 * A certificate of the account that a request is about, as it is now.
 * @throws {Refusal} 403 as `accountOf`; 404 `cert_not_found`, the account has no such one.
 */
export function needCertificate(call: Asking & Pick<Call, "clock">, id: string): StoredCertificate {
  const certificate = inAccount<StoredCertificate>(call, "Certificate", id);
  if (certificate !== undefined) return renewed(call, certificate);
  throw vercelRefusal(404, "cert_not_found", `There is no certificate ${id} in this account`);
}
