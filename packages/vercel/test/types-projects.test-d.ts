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

describe("the types of the user, teams, projects and environment variables", () => {
  it("getUser", () => {
    type Expected = Facts<Record<string, never> | undefined, S["UserAnswer"], 200, 400 | 401 | 403 | 409 | 410 | 429>;
    expectTypeOf<Bound<typeof vc.user.get>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.getUser>>().toEqualTypeOf<Expected>();
  });
  it("listTeams", () => {
    type Expected = Facts<
      { limit?: number; since?: S["Timestamp"]; until?: S["Timestamp"] } | undefined,
      S["TeamPage"],
      200,
      400 | 401 | 403 | 410 | 429
    >;
    expectTypeOf<Bound<typeof vc.teams.list>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.listTeams>>().toEqualTypeOf<Expected>();
  });
  it("getTeam", () => {
    type Expected = Facts<{ teamId: string } & { slug?: string }, S["Team"], 200, 400 | 401 | 403 | 404 | 410 | 429>;
    expectTypeOf<Bound<typeof vc.teams.get>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.getTeam>>().toEqualTypeOf<Expected>();
  });
  it("listProjects", () => {
    type Expected = Facts<
      | {
          teamId?: S["TeamId"];
          slug?: string;
          limit?: number;
          from?: number | string;
          until?: S["Timestamp"];
          search?: string;
          repo?: string;
          repoId?: string;
          repoUrl?: string;
          excludeRepos?: string;
          gitForkProtection?: "1" | "0";
          elasticConcurrencyEnabled?: "1" | "0";
          staticIpsEnabled?: "1" | "0";
          deprecated?: boolean;
          buildMachineTypes?: string;
          buildQueueConfiguration?: "SKIP_NAMESPACE_QUEUE" | "WAIT_FOR_NAMESPACE_QUEUE";
          edgeConfigId?: string;
          edgeConfigTokenId?: string;
        }
      | undefined,
      S["ProjectPage"],
      200,
      400 | 401 | 403 | 410 | 429
    >;
    expectTypeOf<Bound<typeof vc.projects.list>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.listProjects>>().toEqualTypeOf<Expected>();
  });
  it("createProject", () => {
    type Expected = Facts<
      Team & { body: S["NewProject"] },
      S["Project"],
      200,
      400 | 401 | 402 | 403 | 404 | 409 | 410 | 429
    >;
    expectTypeOf<Bound<typeof vc.projects.create>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.createProject>>().toEqualTypeOf<Expected>();
  });
  it("getProject", () => {
    type Expected = Facts<{ idOrName: string } & Team, S["Project"], 200, 400 | 401 | 403 | 404 | 410 | 429>;
    expectTypeOf<Bound<typeof vc.projects.get>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.getProject>>().toEqualTypeOf<Expected>();
  });
  it("updateProject", () => {
    type Expected = Facts<
      { idOrName: string } & Team & { body: S["ProjectPatch"] },
      S["Project"],
      200,
      400 | 401 | 402 | 403 | 404 | 409 | 410 | 429
    >;
    expectTypeOf<Bound<typeof vc.projects.update>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.updateProject>>().toEqualTypeOf<Expected>();
  });
  it("deleteProject", () => {
    type Expected = Facts<{ idOrName: string } & Team, undefined, 204, 400 | 401 | 403 | 404 | 409 | 410 | 429>;
    expectTypeOf<Bound<typeof vc.projects.delete>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.deleteProject>>().toEqualTypeOf<Expected>();
  });
  it("listEnvVars", () => {
    type Expected = Facts<
      { idOrName: string } & {
        teamId?: S["TeamId"];
        slug?: string;
        decrypt?: "true" | "false";
        gitBranch?: string;
        customEnvironmentId?: string;
        customEnvironmentSlug?: string;
        source?: string;
      },
      S["EnvVarList"],
      200,
      400 | 401 | 403 | 404 | 410 | 429
    >;
    expectTypeOf<Bound<typeof vc.env.list>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.listEnvVars>>().toEqualTypeOf<Expected>();
  });
  it("createEnvVars", () => {
    type Expected = Facts<
      { idOrName: string } & { teamId?: S["TeamId"]; slug?: string; upsert?: string } & { body: S["NewEnvVars"] },
      S["NewEnvVarsResult"],
      201,
      400 | 401 | 402 | 403 | 404 | 409 | 410 | 429
    >;
    expectTypeOf<Bound<typeof vc.env.create>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.createEnvVars>>().toEqualTypeOf<Expected>();
  });
  it("deleteEnvVars", () => {
    type Expected = Facts<
      { idOrName: string } & Team & { body: S["EnvVarIds"] },
      S["DeletedEnvVars"],
      200,
      400 | 401 | 403 | 404 | 409 | 410 | 429
    >;
    expectTypeOf<Bound<typeof vc.env.deleteMany>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.deleteEnvVars>>().toEqualTypeOf<Expected>();
  });
  it("getEnvVar", () => {
    type Expected = Facts<{ idOrName: string; id: string } & Team, S["EnvVar"], 200, 400 | 401 | 403 | 404 | 410 | 429>;
    expectTypeOf<Bound<typeof vc.env.get>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.getEnvVar>>().toEqualTypeOf<Expected>();
  });
  it("updateEnvVar", () => {
    type Expected = Facts<
      { idOrName: string; id: string } & Team & { body: S["EnvVarPatch"] },
      S["EnvVar"],
      200,
      400 | 401 | 403 | 404 | 409 | 410 | 429
    >;
    expectTypeOf<Bound<typeof vc.env.update>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.updateEnvVar>>().toEqualTypeOf<Expected>();
  });
  it("deleteEnvVar", () => {
    type Expected = Facts<
      { idOrName: string; id: string } & { teamId?: S["TeamId"]; slug?: string; customEnvironmentId?: string },
      S["EnvVar"],
      200,
      400 | 401 | 403 | 404 | 409 | 410 | 429
    >;
    expectTypeOf<Bound<typeof vc.env.delete>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.deleteEnvVar>>().toEqualTypeOf<Expected>();
  });
});
