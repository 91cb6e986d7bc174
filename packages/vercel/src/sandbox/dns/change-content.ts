import type { components } from "../../generated/schema.ts";
import { vercelRefusal } from "../refusal.ts";
import { readHttps, readNumber, readSrv, rootNs } from "./read-content.ts";
import { readRecordName } from "./read-name.ts";
import { readValue } from "./read-value.ts";
import type { DnsContent, StoredDnsRecord } from "./stored-dns-record.ts";

type Patch = components["schemas"]["DnsRecordPatch"];

/**
 * What a record says after a change; what is left out or null stays.
 * @throws {Refusal} 400 `bad_request`, the type is another one or a member is not for this type; else as for a new one.
 */
export function changeContent(record: StoredDnsRecord, patch: Patch): DnsContent {
  const { type } = record;
  refuseForeign(record, patch);
  const name = patch.name == null ? record.name : readRecordName(patch.name, record.domain);
  if (type === "NS" && name === "") throw rootNs();
  if (type === "SRV") return { name, type, ...changeSrv(record, patch.srv) };
  if (type === "HTTPS") return { name, type, ...changeHttps(record, patch.https) };
  const value = patch.value == null ? record.value : readValue(type, patch.value);
  const priority = patch.mxPriority == null ? record.priority : readNumber("mxPriority", patch.mxPriority);
  return { name, type, value, ...(priority !== undefined && { priority }) };
}

function refuseForeign({ type }: StoredDnsRecord, patch: Patch): void {
  if (patch.type != null && patch.type !== type)
    throw vercelRefusal(400, "bad_request", `A record of type ${type} can't become one of type ${patch.type}`);
  const own = { value: type !== "SRV" && type !== "HTTPS", mxPriority: type === "MX" };
  const fits = { ...own, srv: type === "SRV", https: type === "HTTPS" };
  for (const member of ["value", "mxPriority", "srv", "https"] as const)
    if (patch[member] != null && !fits[member])
      throw vercelRefusal(400, "bad_request", `A record of type ${type} has no ${member}`);
}

function changeSrv({ value, priority }: StoredDnsRecord, srv: Patch["srv"]): Pick<DnsContent, "value" | "priority"> {
  if (srv == null) return { value, ...(priority !== undefined && { priority }) };
  const [weight, port, target = ""] = value.split(" ");
  return readSrv({
    priority: srv.priority ?? priority ?? 0,
    weight: srv.weight ?? Number(weight),
    port: srv.port ?? Number(port),
    target: srv.target ?? target,
  });
}

function changeHttps(
  { value, priority }: StoredDnsRecord,
  https: Patch["https"],
): Pick<DnsContent, "value" | "priority"> {
  if (https == null) return { value, ...(priority !== undefined && { priority }) };
  const [target = "", ...params] = value.split(" ");
  return readHttps({
    priority: https.priority ?? priority ?? 0,
    target: https.target ?? target,
    params: https.params ?? params.join(" "),
  });
}
