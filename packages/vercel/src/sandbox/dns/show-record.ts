import type { components } from "../../generated/schema.ts";
import { type StoredDnsRecord, system } from "./stored-dns-record.ts";

type Schemas = components["schemas"];

/** A record as lists show it, its times twice. */
export function showRecord(record: StoredDnsRecord): Schemas["DnsRecord"] {
  const { domain: _, priority, ...shown } = record;
  return {
    ...shown,
    slug: slugOf(record),
    ...(priority !== undefined && { priority }),
    ...(priority !== undefined && record.type === "MX" && { mxPriority: priority }),
    created: record.createdAt,
    updated: record.updatedAt,
  };
}

/** A record as a change shows it: its type under another name, and neither priority nor time of the change. */
export function showUpdated(record: StoredDnsRecord): Schemas["UpdatedDnsRecord"] {
  const { id, name, type: recordType, value, ttl, creator, domain, createdAt, comment } = record;
  const type = creator === system ? "record-sys" : "record";
  return {
    ...{ id, name, type, recordType, value, ttl, creator, domain, createdAt },
    ...(comment !== undefined && { comment }),
  };
}

function slugOf({ type, name, value }: StoredDnsRecord): string {
  const text = `${name} ${type} ${value}`.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  return text.slice(0, 48).replace(/^-|-$/g, "");
}
