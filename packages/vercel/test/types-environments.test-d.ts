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
type OfProject = { idOrName: string };
type OfEnvironment = { idOrName: string; environmentSlugOrId: string };
type Usual = 400 | 401 | 403 | 410 | 429;

declare const vc: Vercel;

describe("the types of shared variables", () => {
  it("listSharedEnvVars", () => {
    type Expected = Facts<
      | {
          teamId?: S["TeamId"];
          slug?: string;
          search?: string;
          projectId?: string;
          ids?: string;
          "exclude-ids"?: string;
          "exclude-projectId"?: string;
          exclude_ids?: string;
          exclude_projectId?: string;
        }
      | undefined,
      S["SharedEnvVarList"],
      200,
      Usual | 404
    >;
    expectTypeOf<Bound<typeof vc.sharedEnv.list>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.listSharedEnvVars>>().toEqualTypeOf<Expected>();
  });
  it("createSharedEnvVars", () => {
    type Expected = Facts<Team & { body: S["NewSharedEnvVars"] }, S["NewSharedEnvVarsResult"], 201, Usual | 402>;
    expectTypeOf<Bound<typeof vc.sharedEnv.create>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.createSharedEnvVars>>().toEqualTypeOf<Expected>();
  });
  it("updateSharedEnvVars", () => {
    type Expected = Facts<Team & { body: S["SharedEnvVarUpdates"] }, S["SharedEnvVarUpdatesResult"], 200, Usual | 402>;
    expectTypeOf<Bound<typeof vc.sharedEnv.updateMany>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.updateSharedEnvVars>>().toEqualTypeOf<Expected>();
  });
  it("deleteSharedEnvVars", () => {
    type Expected = Facts<Team & { body: S["SharedEnvVarIds"] }, S["DeletedSharedEnvVars"], 200, Usual | 402>;
    expectTypeOf<Bound<typeof vc.sharedEnv.deleteMany>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.deleteSharedEnvVars>>().toEqualTypeOf<Expected>();
  });
  it("getSharedEnvVar", () => {
    type Expected = Facts<{ id: string } & Team, S["SharedEnvVar"], 200, Usual | 404>;
    expectTypeOf<Bound<typeof vc.sharedEnv.get>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.getSharedEnvVar>>().toEqualTypeOf<Expected>();
  });
  it("unlinkSharedEnvVar", () => {
    type Expected = Facts<{ id: string; projectId: string } & Team, S["UnlinkedSharedEnvVar"], 200, Usual | 404>;
    expectTypeOf<Bound<typeof vc.sharedEnv.unlink>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.unlinkSharedEnvVar>>().toEqualTypeOf<Expected>();
  });
});

describe("the types of custom environments", () => {
  it("listCustomEnvironments", () => {
    type Expected = Facts<
      OfProject & { teamId?: S["TeamId"]; slug?: string; gitBranch?: string },
      S["CustomEnvironmentList"],
      200,
      Usual | 404
    >;
    expectTypeOf<Bound<typeof vc.customEnvironments.list>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.listCustomEnvironments>>().toEqualTypeOf<Expected>();
  });
  it("createCustomEnvironment", () => {
    type Expected = Facts<
      OfProject & Team & { body: S["NewCustomEnvironment"] },
      S["CustomEnvironment"],
      201,
      Usual | 402 | 404
    >;
    expectTypeOf<Bound<typeof vc.customEnvironments.create>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.createCustomEnvironment>>().toEqualTypeOf<Expected>();
  });
  it("getCustomEnvironment", () => {
    type Expected = Facts<OfEnvironment & Team, S["CustomEnvironment"], 200, Usual | 404>;
    expectTypeOf<Bound<typeof vc.customEnvironments.get>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.getCustomEnvironment>>().toEqualTypeOf<Expected>();
  });
  it("updateCustomEnvironment", () => {
    type Expected = Facts<
      OfEnvironment & Team & { body: S["CustomEnvironmentPatch"] },
      S["CustomEnvironment"],
      200,
      Usual | 402 | 404
    >;
    expectTypeOf<Bound<typeof vc.customEnvironments.update>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.updateCustomEnvironment>>().toEqualTypeOf<Expected>();
  });
  it("deleteCustomEnvironment", () => {
    type Expected = Facts<
      OfEnvironment & Team & { body?: S["CustomEnvironmentRemoval"] },
      S["CustomEnvironment"],
      200,
      Usual | 404
    >;
    expectTypeOf<Bound<typeof vc.customEnvironments.delete>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.deleteCustomEnvironment>>().toEqualTypeOf<Expected>();
  });
});
