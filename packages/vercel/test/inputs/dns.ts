import type { Inputs } from "./input-of.ts";

/** Inputs of DNS records. */
export const dns: Pick<Inputs, "listDnsRecords" | "createDnsRecord" | "updateDnsRecord" | "deleteDnsRecord"> = {
  listDnsRecords: { domain: "example.com", limit: 50, until: 1793867700000, slug: "acme" },
  createDnsRecord: {
    domain: "example.com",
    teamId: "team_1a79a4d60de6718e8e5b326e",
    body: { name: "_sip._tcp", type: "SRV", srv: { priority: 10, weight: 5, port: 5061, target: "sip.example.net" } },
  },
  updateDnsRecord: {
    recordId: "rec_9dKw3XcQ7mTz5VpRb2NfLs8H",
    body: { value: "quay & pier = 7", ttl: 300, srv: null },
  },
  deleteDnsRecord: { domain: "example.com", recordId: "rec_9dKw3XcQ7mTz5VpRb2NfLs8H", slug: "acme" },
};
