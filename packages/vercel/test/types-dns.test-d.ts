import { describe, expectTypeOf, it } from "vitest";
import type { components, Vercel } from "../src/index.ts";
import type * as operations from "../src/operations.ts";
import type { Bound, Facts, Standalone } from "./types/facts.ts";

type S = components["schemas"];

/** What names the account of a call. */
interface Team {
  teamId?: S["TeamId"];
  slug?: string;
}

declare const vc: Vercel;

describe("the types of DNS records", () => {
  it("listDnsRecords", () => {
    type Expected = Facts<
      { domain: string } & {
        limit?: number;
        since?: S["Timestamp"];
        until?: S["Timestamp"];
        teamId?: S["TeamId"];
        slug?: string;
      },
      S["DnsRecordPage"],
      200,
      400 | 401 | 403 | 404 | 410 | 429
    >;
    expectTypeOf<Bound<typeof vc.dns.list>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.listDnsRecords>>().toEqualTypeOf<Expected>();
  });
  it("createDnsRecord", () => {
    type Expected = Facts<
      { domain: string } & Team & { body: S["NewDnsRecord"] },
      S["CreatedDnsRecord"],
      200,
      400 | 401 | 402 | 403 | 404 | 409 | 410 | 429,
      { 400: S["DnsError"]; 409: S["DnsError"] }
    >;
    expectTypeOf<Bound<typeof vc.dns.create>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.createDnsRecord>>().toEqualTypeOf<Expected>();
  });
  it("updateDnsRecord", () => {
    type Expected = Facts<
      { recordId: string } & Team & { body: S["DnsRecordPatch"] },
      S["UpdatedDnsRecord"],
      200,
      400 | 401 | 402 | 403 | 404 | 409 | 410 | 429,
      { 400: S["DnsError"]; 409: S["DnsError"] }
    >;
    expectTypeOf<Bound<typeof vc.dns.update>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.updateDnsRecord>>().toEqualTypeOf<Expected>();
  });
  it("deleteDnsRecord", () => {
    type Expected = Facts<
      { domain: string; recordId: string } & Team,
      S["DeletedDnsRecord"],
      200,
      400 | 401 | 403 | 404 | 410 | 429
    >;
    expectTypeOf<Bound<typeof vc.dns.delete>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.deleteDnsRecord>>().toEqualTypeOf<Expected>();
  });
  it("asks for the members of each type of record", () => {
    type Body = S["NewDnsRecord"];
    expectTypeOf<{ name: ""; type: "MX"; value: "mail.example.net" }>().not.toExtend<Body>();
    expectTypeOf<{ name: ""; type: "MX"; value: "mail.example.net"; mxPriority: 10 }>().toExtend<Body>();
    expectTypeOf<{ name: "_sip._tcp"; type: "SRV"; value: "sip.example.net" }>().not.toExtend<Body>();
    expectTypeOf<{ name: "www"; type: "PTR"; value: "example.net" }>().not.toExtend<Body>();
  });
});
