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

describe("the types of domains, of projects and of accounts", () => {
  it("listProjectDomains", () => {
    type Expected = Facts<
      { idOrName: string } & {
        production?: "true" | "false";
        target?: "production" | "preview";
        customEnvironmentId?: string;
        gitBranch?: string;
        redirects?: "true" | "false";
        redirect?: string;
        verified?: "true" | "false";
        order?: "ASC" | "DESC";
        limit?: number;
        since?: S["Timestamp"];
        until?: S["Timestamp"];
        teamId?: S["TeamId"];
        slug?: string;
      },
      S["ProjectDomainPage"],
      200,
      400 | 401 | 403 | 404 | 410 | 429
    >;
    expectTypeOf<Bound<typeof vc.projectDomains.list>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.listProjectDomains>>().toEqualTypeOf<Expected>();
  });
  it("createProjectDomain", () => {
    type Expected = Facts<
      { idOrName: string } & Team & { body: S["NewProjectDomain"] },
      S["ProjectDomain"],
      200,
      400 | 401 | 402 | 403 | 404 | 409 | 410 | 429
    >;
    expectTypeOf<Bound<typeof vc.projectDomains.create>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.createProjectDomain>>().toEqualTypeOf<Expected>();
  });
  it("getProjectDomain", () => {
    type Expected = Facts<
      { idOrName: string; domain: string } & Team,
      S["ProjectDomain"],
      200,
      400 | 401 | 403 | 404 | 410 | 429
    >;
    expectTypeOf<Bound<typeof vc.projectDomains.get>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.getProjectDomain>>().toEqualTypeOf<Expected>();
  });
  it("updateProjectDomain", () => {
    type Expected = Facts<
      { idOrName: string; domain: string } & Team & { body: S["ProjectDomainPatch"] },
      S["ProjectDomain"],
      200,
      400 | 401 | 403 | 404 | 409 | 410 | 429
    >;
    expectTypeOf<Bound<typeof vc.projectDomains.update>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.updateProjectDomain>>().toEqualTypeOf<Expected>();
  });
  it("deleteProjectDomain", () => {
    type Expected = Facts<
      { idOrName: string; domain: string } & Team & { body?: S["ProjectDomainRemoval"] },
      S["DeletedProjectDomain"],
      200,
      400 | 401 | 403 | 404 | 409 | 410 | 429
    >;
    expectTypeOf<Bound<typeof vc.projectDomains.delete>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.deleteProjectDomain>>().toEqualTypeOf<Expected>();
  });
  it("verifyProjectDomain", () => {
    type Expected = Facts<
      { idOrName: string; domain: string } & Team,
      S["ProjectDomain"],
      200,
      400 | 401 | 403 | 404 | 410 | 429
    >;
    expectTypeOf<Bound<typeof vc.projectDomains.verify>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.verifyProjectDomain>>().toEqualTypeOf<Expected>();
  });
  it("moveProjectDomain", () => {
    type Expected = Facts<
      { idOrName: string; domain: string } & Team & { body: S["ProjectDomainMove"] },
      S["ProjectDomain"],
      200,
      400 | 401 | 403 | 404 | 409 | 410 | 429
    >;
    expectTypeOf<Bound<typeof vc.projectDomains.move>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.moveProjectDomain>>().toEqualTypeOf<Expected>();
  });
  it("listDomains", () => {
    type Expected = Facts<
      | { limit?: number; since?: S["Timestamp"]; until?: S["Timestamp"]; teamId?: S["TeamId"]; slug?: string }
      | undefined,
      S["DomainPage"],
      200,
      400 | 401 | 403 | 409 | 410 | 429
    >;
    expectTypeOf<Bound<typeof vc.domains.list>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.listDomains>>().toEqualTypeOf<Expected>();
  });
  it("createDomain", () => {
    type Expected = Facts<
      Team & { body: S["NewDomain"] },
      S["DomainEnvelope"],
      200,
      400 | 401 | 402 | 403 | 404 | 409 | 410 | 429,
      { 400: S["DomainError"]; 409: S["DomainError"] }
    >;
    expectTypeOf<Bound<typeof vc.domains.create>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.createDomain>>().toEqualTypeOf<Expected>();
  });
  it("getDomain", () => {
    type Expected = Facts<{ domain: string } & Team, S["DomainEnvelope"], 200, 400 | 401 | 403 | 404 | 410 | 429>;
    expectTypeOf<Bound<typeof vc.domains.get>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.getDomain>>().toEqualTypeOf<Expected>();
  });
  it("updateDomain", () => {
    type Expected = Facts<
      { domain: string } & Team & { body: S["DomainPatch"] },
      S["UpdatedDomain"],
      200,
      400 | 401 | 403 | 404 | 409 | 410 | 429,
      { 400: S["DomainError"]; 409: S["DomainError"] }
    >;
    expectTypeOf<Bound<typeof vc.domains.update>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.updateDomain>>().toEqualTypeOf<Expected>();
  });
  it("deleteDomain", () => {
    type Expected = Facts<
      { domain: string } & Team,
      S["DeletedDomain"],
      200,
      400 | 401 | 403 | 404 | 409 | 410 | 429,
      { 409: S["DomainError"] }
    >;
    expectTypeOf<Bound<typeof vc.domains.delete>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.deleteDomain>>().toEqualTypeOf<Expected>();
  });
  it("getDomainConfig", () => {
    type Expected = Facts<
      { domain: string } & { projectIdOrName?: string; strict?: "true" | "false"; teamId?: S["TeamId"]; slug?: string },
      S["DomainConfig"],
      200,
      400 | 401 | 403 | 410 | 429
    >;
    expectTypeOf<Bound<typeof vc.domains.getConfig>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.getDomainConfig>>().toEqualTypeOf<Expected>();
  });
  it("getDomainVerification", () => {
    type Expected = Facts<{ domain: string } & Team, S["DomainVerification"], 200, 400 | 401 | 403 | 410 | 429>;
    expectTypeOf<Bound<typeof vc.domains.getVerification>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.getDomainVerification>>().toEqualTypeOf<Expected>();
  });
  it("claimDomain", () => {
    type Expected = Facts<
      { domain: string } & Team,
      S["DomainEnvelope"],
      200,
      400 | 401 | 403 | 404 | 410 | 429,
      { 400: S["DomainError"] }
    >;
    expectTypeOf<Bound<typeof vc.domains.claim>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.claimDomain>>().toEqualTypeOf<Expected>();
  });
});
