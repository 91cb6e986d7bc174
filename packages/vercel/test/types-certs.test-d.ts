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

describe("the types of certificates", () => {
  it("listCerts", () => {
    type Expected = Facts<Team | undefined, S["CertificateList"], 200, 400 | 401 | 403 | 410 | 429>;
    expectTypeOf<Bound<typeof vc.certs.list>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.listCerts>>().toEqualTypeOf<Expected>();
  });
  it("issueCert", () => {
    type Expected = Facts<
      Team & { body: S["NewCertificate"] },
      S["Certificate"],
      200,
      400 | 401 | 402 | 403 | 404 | 410 | 429 | 449 | 500,
      { 400: S["CertificateError"]; 449: S["CertificateError"] }
    >;
    expectTypeOf<Bound<typeof vc.certs.issue>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.issueCert>>().toEqualTypeOf<Expected>();
  });
  it("uploadCert", () => {
    type Expected = Facts<
      Team & { body: S["CertificateUpload"] },
      S["Certificate"],
      200,
      400 | 401 | 402 | 403 | 410 | 429,
      { 400: S["CertificateError"] }
    >;
    expectTypeOf<Bound<typeof vc.certs.upload>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.uploadCert>>().toEqualTypeOf<Expected>();
  });
  it("getCert", () => {
    type Expected = Facts<
      { id: string } & Team,
      S["Certificate"],
      200,
      400 | 401 | 403 | 404 | 410 | 429,
      { 404: S["CertificateError"] }
    >;
    expectTypeOf<Bound<typeof vc.certs.get>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.getCert>>().toEqualTypeOf<Expected>();
  });
  it("deleteCert", () => {
    type Expected = Facts<
      { id: string } & Team,
      S["DeletedCertificate"],
      200,
      400 | 401 | 403 | 404 | 410 | 429,
      { 404: S["CertificateError"] }
    >;
    expectTypeOf<Bound<typeof vc.certs.delete>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.deleteCert>>().toEqualTypeOf<Expected>();
  });
});
