import { inputs } from "../inputs.ts";
import { type Expected, json } from "./expected.ts";

/** The requests of DNS records. */
export const dns: Record<string, Expected> = {
  listDnsRecords: {
    call: (vc) => vc.dns.list(inputs.listDnsRecords),
    method: "GET",
    url: "/v5/domains/example.com/records?limit=50&until=1793867700000&slug=acme",
  },
  createDnsRecord: {
    call: (vc) => vc.dns.create(inputs.createDnsRecord),
    method: "POST",
    url: "/v2/domains/example.com/records?teamId=team_1a79a4d60de6718e8e5b326e",
    ...json({
      name: "_sip._tcp",
      type: "SRV",
      srv: { priority: 10, weight: 5, port: 5061, target: "sip.example.net" },
    }),
  },
  updateDnsRecord: {
    call: (vc) => vc.dns.update(inputs.updateDnsRecord),
    method: "PATCH",
    url: "/v1/domains/records/rec_9dKw3XcQ7mTz5VpRb2NfLs8H",
    ...json({ value: "quay & pier = 7", ttl: 300, srv: null }),
  },
  deleteDnsRecord: {
    call: (vc) => vc.dns.delete(inputs.deleteDnsRecord),
    method: "DELETE",
    url: "/v2/domains/example.com/records/rec_9dKw3XcQ7mTz5VpRb2NfLs8H?slug=acme",
  },
};
