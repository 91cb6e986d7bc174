import type { Store } from "@fairlead/sandbox";
import { vercelRefusal } from "../refusal.ts";
import { fullName } from "./read-name.ts";
import { type DnsContent, type StoredDnsRecord, system } from "./stored-dns-record.ts";

/** Types that say where a name leads, beside which ALIAS can't stand. */
const routes: readonly string[] = ["A", "AAAA", "ALIAS"];

/**
 * Lets no record stand twice, nor beside one that excludes it: a CNAME is alone at its name, an ALIAS the only address.
 * Records of the service are in nobody's way.
 * @param own - Id of the record that is changed, which is not in its own way.
 * @throws {Refusal} 409 `conflict` with the id of the other record as `oldId`.
 */
export function refuseConflict(store: Store, domain: string, content: DnsContent, own?: string): void {
  const { name, type } = content;
  const others = store.list("DnsRecord", { domain, name }) as readonly StoredDnsRecord[];
  const other = others.find(({ id, creator, ...one }) => id !== own && creator !== system && excludes(one, content));
  if (other === undefined) return;
  const message = `${fullName(name, domain)} has a record of type ${other.type} that one of type ${type} can't stand by`;
  throw vercelRefusal(409, "conflict", message, { oldId: other.id });
}

function excludes(one: DnsContent, other: DnsContent): boolean {
  const types = [one.type, other.type];
  if (types.includes("CNAME")) return true;
  if (types.includes("ALIAS")) return types.every((type) => routes.includes(type));
  return one.type === other.type && one.value === other.value && one.priority === other.priority;
}
