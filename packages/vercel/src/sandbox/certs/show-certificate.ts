import type { components } from "../../generated/schema.ts";
import type { StoredCertificate } from "./stored-certificate.ts";

/** A certificate as all answers show it. */
export function showCertificate(certificate: StoredCertificate): components["schemas"]["Certificate"] {
  const { id, cns, autoRenew, createdAt, expiresAt } = certificate;
  return { id, cns, autoRenew, createdAt, expiresAt };
}
