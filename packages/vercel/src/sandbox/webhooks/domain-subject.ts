import type { WebhookEvent } from "@fairlead/sandbox";
import { showCertificate } from "../certs/show-certificate.ts";
import type { StoredCertificate } from "../certs/stored-certificate.ts";
import { type StoredDnsRecord, system } from "../dns/stored-dns-record.ts";
import type { StoredDomain } from "../domains/stored-domain.ts";
import type { MakeSubject } from "./event-subject.ts";

/** A domain that an account got. */
export const domainSubject: MakeSubject = ({ entity }) => {
  const { name, accountId, nameservers, intendedNameservers, userId } = entity as unknown as StoredDomain;
  const delegated = intendedNameservers.length > 0 && nameservers.every((one) => intendedNameservers.includes(one));
  return { accountId, projectIds: [], payload: { domain: { name, delegated } }, userId };
};

/** A change of a DNS record. Those that the service makes itself are nobody's business. */
export const dnsSubject: MakeSubject = ({ entity, before }, store) => {
  const record = entity as unknown as StoredDnsRecord;
  const { domain: zone, type, name, value, creator } = record;
  const owner = store.get("Domain", zone) as StoredDomain | undefined;
  if (owner === undefined || creator === system) return undefined;
  const isGone = store.get("DnsRecord", record.id) === undefined;
  const action = isGone ? "delete" : before === undefined ? "create" : "update";
  return { accountId: owner.accountId, projectIds: [], payload: { zone, changes: [{ action, type, name, value }] } };
};

/** A certificate that an account got or deleted, without its key. */
export const certificateSubject: MakeSubject = ({ entity }: WebhookEvent) => {
  const certificate = entity as unknown as StoredCertificate;
  return { accountId: certificate.accountId, projectIds: [], payload: { cert: showCertificate(certificate) } };
};
