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

describe("the types of aliases", () => {
  it("listAliases", () => {
    type Expected = Facts<
      | {
          teamId?: S["TeamId"];
          slug?: string;
          domain?: string[];
          projectId?: string;
          rollbackDeploymentId?: string;
          from?: S["Timestamp"];
          since?: S["Timestamp"];
          until?: S["Timestamp"];
          limit?: number;
        }
      | undefined,
      S["AliasPage"],
      200,
      400 | 401 | 403 | 404 | 410 | 429
    >;
    expectTypeOf<Bound<typeof vc.aliases.list>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.listAliases>>().toEqualTypeOf<Expected>();
  });
  it("getAlias", () => {
    type Expected = Facts<
      { idOrAlias: string } & {
        teamId?: S["TeamId"];
        slug?: string;
        projectId?: string;
        from?: S["Timestamp"];
        since?: S["Timestamp"];
        until?: S["Timestamp"];
      },
      S["Alias"],
      200,
      400 | 401 | 403 | 404 | 410 | 429
    >;
    expectTypeOf<Bound<typeof vc.aliases.get>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.getAlias>>().toEqualTypeOf<Expected>();
  });
  it("deleteAlias", () => {
    type Expected = Facts<{ aliasId: string } & Team, S["DeletedAlias"], 200, 400 | 401 | 403 | 404 | 410 | 429>;
    expectTypeOf<Bound<typeof vc.aliases.delete>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.deleteAlias>>().toEqualTypeOf<Expected>();
  });
  it("listDeploymentAliases", () => {
    type Expected = Facts<{ id: string } & Team, S["DeploymentAliasList"], 200, 400 | 401 | 403 | 404 | 410 | 429>;
    expectTypeOf<Bound<typeof vc.aliases.listOfDeployment>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.listDeploymentAliases>>().toEqualTypeOf<Expected>();
  });
  it("assignAlias", () => {
    type Expected = Facts<
      { id: string } & Team & { body: S["NewAlias"] },
      S["AssignedAlias"],
      200,
      400 | 401 | 402 | 403 | 404 | 409 | 410 | 429
    >;
    expectTypeOf<Bound<typeof vc.aliases.assign>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.assignAlias>>().toEqualTypeOf<Expected>();
  });
});

describe("the types of what is done to production and to projects", () => {
  it("promoteDeployment", () => {
    type Expected = Facts<
      { projectId: S["ProjectId"]; deploymentId: S["DeploymentId"] } & Team,
      undefined,
      201 | 202,
      400 | 401 | 403 | 404 | 409 | 410 | 422 | 429
    >;
    expectTypeOf<Bound<typeof vc.projects.promote>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.promoteDeployment>>().toEqualTypeOf<Expected>();
  });
  it("rollbackDeployment", () => {
    type Expected = Facts<
      { projectId: S["ProjectId"]; deploymentId: S["DeploymentId"] } & {
        teamId?: S["TeamId"];
        slug?: string;
        description?: string;
      },
      undefined,
      201,
      400 | 401 | 402 | 403 | 404 | 409 | 410 | 422 | 429
    >;
    expectTypeOf<Bound<typeof vc.projects.rollback>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.rollbackDeployment>>().toEqualTypeOf<Expected>();
  });
  it("listPromoteAliases", () => {
    type Expected = Facts<
      { projectId: S["ProjectId"] } & {
        teamId?: S["TeamId"];
        slug?: string;
        failedOnly?: boolean;
        since?: S["Timestamp"];
        until?: S["Timestamp"];
        limit?: number;
      },
      S["PromoteAliasPage"],
      200,
      400 | 401 | 403 | 404 | 410 | 429
    >;
    expectTypeOf<Bound<typeof vc.projects.listPromoteAliases>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.listPromoteAliases>>().toEqualTypeOf<Expected>();
  });
  it("pauseProject and unpauseProject", () => {
    type Expected = Facts<{ projectId: S["ProjectId"] } & Team, undefined, 200, 400 | 401 | 403 | 404 | 410 | 429>;
    expectTypeOf<Bound<typeof vc.projects.pause>>().toEqualTypeOf<Expected>();
    expectTypeOf<Bound<typeof vc.projects.unpause>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.pauseProject>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.unpauseProject>>().toEqualTypeOf<Expected>();
  });
  it("updateProtectionBypass", () => {
    type Expected = Facts<
      { idOrName: string } & Team & { body: S["ProtectionBypassChange"] },
      S["ProtectionBypassResult"],
      200,
      400 | 401 | 403 | 404 | 409 | 410 | 429
    >;
    expectTypeOf<Bound<typeof vc.projects.updateProtectionBypass>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.updateProtectionBypass>>().toEqualTypeOf<Expected>();
    expectTypeOf<S["ProtectionBypassResult"]["protectionBypass"]>().toEqualTypeOf<
      Record<string, S["ProtectionBypassEntry"]> | undefined
    >();
  });
  it("a project tells what was promoted last, whether it was rolled back, and why", () => {
    type Project = S["Project"];
    expectTypeOf<Project["lastAliasRequest"]>().toEqualTypeOf<S["LastAliasRequest"] | null | undefined>();
    expectTypeOf<Project["rollbackDescription"]>().toEqualTypeOf<S["RollbackDescription"] | undefined>();
    expectTypeOf<S["LastAliasRequest"]["fromDeploymentId"]>().toEqualTypeOf<string | null>();
  });
});
