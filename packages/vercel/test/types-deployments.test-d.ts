import { describe, expectTypeOf, it } from "vitest";
import type { BinaryBody, components, Vercel } from "../src/index.ts";
import type * as operations from "../src/operations.ts";
import type { Bound, Facts, Standalone } from "./types/facts.ts";

type S = components["schemas"];

/** What names the account of a call. */
interface Team {
  teamId?: S["TeamId"];
  slug?: string;
}

declare const vc: Vercel;

describe("the types of deployments and files", () => {
  it("createDeployment", () => {
    type Expected = Facts<
      {
        teamId?: S["TeamId"];
        slug?: string;
        forceNew?: "0" | "1";
        skipAutoDetectionConfirmation?: "0" | "1";
      } & { body: S["NewDeployment"] },
      S["Deployment"],
      200,
      400 | 401 | 402 | 403 | 404 | 409 | 410 | 426 | 429,
      { 400: S["NewDeploymentError"] }
    >;
    expectTypeOf<Bound<typeof vc.deployments.create>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.createDeployment>>().toEqualTypeOf<Expected>();
  });
  it("listDeployments", () => {
    type Expected = Facts<
      | {
          teamId?: S["TeamId"];
          slug?: string;
          projectId?: string;
          projectIds?: S["ProjectId"][];
          app?: string;
          target?: string;
          state?: string;
          branch?: string;
          sha?: string;
          users?: string;
          rollbackCandidate?: boolean;
          from?: S["Timestamp"];
          to?: S["Timestamp"];
          since?: S["Timestamp"];
          until?: S["Timestamp"];
          limit?: number;
        }
      | undefined,
      S["DeploymentPage"],
      200,
      400 | 401 | 403 | 404 | 410 | 422 | 429
    >;
    expectTypeOf<Bound<typeof vc.deployments.list>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.listDeployments>>().toEqualTypeOf<Expected>();
  });
  it("getDeployment", () => {
    type Expected = Facts<
      { idOrUrl: string } & { teamId?: S["TeamId"]; slug?: string; withGitRepoInfo?: string },
      S["Deployment"],
      200,
      400 | 403 | 404 | 410 | 429
    >;
    expectTypeOf<Bound<typeof vc.deployments.get>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.getDeployment>>().toEqualTypeOf<Expected>();
  });
  it("deleteDeployment", () => {
    type Expected = Facts<
      { idOrUrl: string } & { teamId?: S["TeamId"]; slug?: string; url?: string },
      S["DeletedDeployment"],
      200,
      400 | 401 | 403 | 404 | 410 | 429
    >;
    expectTypeOf<Bound<typeof vc.deployments.delete>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.deleteDeployment>>().toEqualTypeOf<Expected>();
  });
  it("cancelDeployment", () => {
    type Expected = Facts<{ id: S["DeploymentId"] } & Team, S["Deployment"], 200, 400 | 401 | 403 | 404 | 410 | 429>;
    expectTypeOf<Bound<typeof vc.deployments.cancel>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.cancelDeployment>>().toEqualTypeOf<Expected>();
  });
  it("listDeploymentEvents", () => {
    type Expected = Facts<
      { idOrUrl: string } & {
        teamId?: S["TeamId"];
        slug?: string;
        follow?: 0 | 1;
        direction?: "forward" | "backward";
        limit?: number;
        name?: string;
        since?: S["Timestamp"];
        until?: S["Timestamp"];
        statusCode?: number | string;
        delimiter?: number;
        builds?: number;
      },
      (S["DeploymentEvent"] | null)[],
      200,
      400 | 401 | 403 | 404 | 410 | 429
    >;
    expectTypeOf<Bound<typeof vc.deployments.listEvents>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.listDeploymentEvents>>().toEqualTypeOf<Expected>();
  });
  it("listDeploymentFiles", () => {
    type Expected = Facts<
      { id: S["DeploymentId"] } & Team,
      S["DeploymentFile"][],
      200,
      400 | 401 | 403 | 404 | 410 | 429
    >;
    expectTypeOf<Bound<typeof vc.deployments.listFiles>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.listDeploymentFiles>>().toEqualTypeOf<Expected>();
  });
  it("getDeploymentFile", () => {
    type Expected = Facts<
      { id: S["DeploymentId"]; fileId: string } & { teamId?: S["TeamId"]; slug?: string; path?: string },
      S["DeploymentFileContent"],
      200,
      400 | 401 | 403 | 404 | 410 | 429
    >;
    expectTypeOf<Bound<typeof vc.deployments.getFile>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.getDeploymentFile>>().toEqualTypeOf<Expected>();
  });
  it("uploadFile", () => {
    type Expected = Facts<
      Team & { "x-vercel-digest"?: string; "x-now-digest"?: string; "x-now-size"?: number } & { body: BinaryBody },
      S["UploadedFile"],
      200,
      400 | 401 | 403 | 410 | 426 | 429
    >;
    expectTypeOf<Bound<typeof vc.files.upload>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.uploadFile>>().toEqualTypeOf<Expected>();
  });
});
