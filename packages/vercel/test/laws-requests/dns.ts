import type { RequestMakers, WorldEntity } from "@fairlead/contract";
import { bodyOf, withMembers } from "./change-body.ts";
import { newName } from "./new-name.ts";

/** Requests about records: names that no record has, and members that fit the type. */
export const dnsRequests: RequestMakers = {
  async createDnsRecord(client, derived) {
    const body = bodyOf<Record<string, unknown>>(derived);
    const name = await newName(client, "DnsRecord", "name", "pier-");
    return { path: { domain: "example.com" }, ...withMembers(derived, { name, ...membersOf(String(body.type)) }) };
  },
  // A patch takes whatever any type takes, and a record only what its own does.
  async updateDnsRecord({ world }, derived) {
    const records: readonly WorldEntity[] = await world.entities("DnsRecord");
    const record = records.find(({ id }) => id === derived.path.recordId);
    const { ttl, comment } = bodyOf<{ ttl?: unknown; comment?: unknown }>(derived);
    const { type, ...members } = membersOf(String(record?.type));
    const value = { type, ...members, ...(ttl !== undefined && { ttl }), ...(comment !== undefined && { comment }) };
    return { body: { mediaType: "application/json", value } };
  },
};

function membersOf(type: string): Record<string, unknown> {
  const target = "mail.example.net";
  if (type === "SRV") return { type, srv: { priority: 1, weight: 2, port: 25, target } };
  if (type === "HTTPS") return { type, https: { priority: 1, target, params: "alpn=h2" } };
  if (type === "MX") return { type, value: target, mxPriority: 20 };
  if (type === "A") return { type, value: "192.0.2.77" };
  if (type === "AAAA") return { type, value: "2001:db8::77" };
  if (type === "CAA") return { type, value: '0 issue "ca.example.net"' };
  return { type, value: target };
}
