import type { components } from "../../generated/schema.ts";

type Schemas = components["schemas"];

/** Types of records that can be made. */
export type DnsRecordType = Schemas["NewDnsRecord"]["type"];

/** What a record says, whoever made it. */
export type DnsContent = {
  /** Name below the domain, in lower case; empty for the domain itself. */
  readonly name: string;
  readonly type: DnsRecordType;
  /** As lists show it: hosts in lower case with a dot at the end, and no priority. */
  readonly value: string;
  /** Priority of an MX, SRV or HTTPS record, 0 to 65535. */
  readonly priority?: number;
};

/** A record as it is stored. The service's own ones have the creator `system`. */
export type StoredDnsRecord = DnsContent & {
  readonly id: string;
  /** Name of the domain that has it. */
  readonly domain: string;
  readonly ttl: number;
  readonly creator: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly comment?: string;
};

/** Creator of records that the service made. */
export const system = "system";
