import { describe, expectTypeOf, it } from "vitest";
import type { components } from "../src/index.ts";
import type * as operations from "../src/operations.ts";

type S = components["schemas"];

describe("the types tell a null from a member that is left out", () => {
  it("in users and teams: a limited one has few members, and says so", () => {
    type User = operations.GetUserData["user"];
    expectTypeOf<User["name"]>().toEqualTypeOf<string | null>();
    expectTypeOf<User["defaultTeamId"]>().toEqualTypeOf<string | null>();
    expectTypeOf<Extract<User, { limited: true }>>().toEqualTypeOf<S["LimitedUser"]>();
    expectTypeOf<S["User"]["softBlock"]>().toExtend<{ blockedAt: number; reason: string } | null>();
    expectTypeOf<S["User"]["version"]>().toEqualTypeOf<string | undefined>();
    expectTypeOf<operations.ListTeamsData["teams"][number]>().toEqualTypeOf<S["Team"] | S["LimitedTeam"]>();
    expectTypeOf<operations.GetTeamData["description"]>().toEqualTypeOf<string | null>();
    expectTypeOf<operations.GetTeamData["previewDeploymentSuffix"]>().toEqualTypeOf<string | null | undefined>();
  });

  it("in pages: the last has no next one, but says so", () => {
    expectTypeOf<operations.ListTeamsData["pagination"]["next"]>().toEqualTypeOf<number | null>();
    expectTypeOf<operations.ListDeploymentsData["pagination"]["prev"]>().toEqualTypeOf<number | null>();
    // The list of projects goes on from a time, or from a text that only the server reads.
    expectTypeOf<operations.ListProjectsData["pagination"]["next"]>().toEqualTypeOf<number | string | null>();
    expectTypeOf<operations.ListProjectsData["pagination"]["prev"]>().toEqualTypeOf<number | null | undefined>();
    expectTypeOf<operations.ListEnvVarsData["pagination"]>().toEqualTypeOf<S["Pagination"] | undefined>();
  });

  it("in projects: a setting is null for the framework's own, or not told", () => {
    type Project = operations.GetProjectData;
    expectTypeOf<Project["buildCommand"]>().toEqualTypeOf<string | null | undefined>();
    expectTypeOf<Project["framework"]>().toEqualTypeOf<S["Framework"] | null | undefined>();
    expectTypeOf<Project["directoryListing"]>().toEqualTypeOf<boolean>();
    expectTypeOf<Project["alias"]>().toEqualTypeOf<S["ProjectAlias"][]>();
    expectTypeOf<Project["defaultResourceConfig"]>().toEqualTypeOf<S["ProjectResources"] | undefined>();
    expectTypeOf<NonNullable<Project["targets"]>[string]>().toEqualTypeOf<S["ProjectDeployment"] | null>();
    expectTypeOf<S["ProjectAlias"]["deployment"]>().toEqualTypeOf<S["ProjectDeployment"] | null>();
    expectTypeOf<S["ProjectDeployment"]["aliasAssigned"]>().toEqualTypeOf<number | boolean | null | undefined>();
    expectTypeOf<operations.DeleteProjectData>().toEqualTypeOf<undefined>();
  });

  it("in environment variables: a value may be unreadable, a branch is left out", () => {
    type EnvVar = operations.GetEnvVarData;
    expectTypeOf<EnvVar["id"]>().toEqualTypeOf<string>();
    expectTypeOf<EnvVar["value"]>().toEqualTypeOf<string | undefined>();
    expectTypeOf<EnvVar["gitBranch"]>().toEqualTypeOf<string | undefined>();
    expectTypeOf<EnvVar["updatedBy"]>().toEqualTypeOf<string | null | undefined>();
    expectTypeOf<operations.CreateEnvVarsData["created"]>().toEqualTypeOf<S["EnvVar"] | S["EnvVar"][] | undefined>();
    type Refused = operations.CreateEnvVarsData["failed"][number]["error"];
    expectTypeOf<Refused["code"]>().toEqualTypeOf<string>();
    expectTypeOf<Refused["envVarId"]>().toEqualTypeOf<string | undefined>();
    expectTypeOf<operations.DeleteEnvVarsData>().toEqualTypeOf<{ deleted: number; ids: string[] }>();
  });

  it("in domains of projects: what is asked for is left out once it was met", () => {
    type Domain = operations.GetProjectDomainData;
    expectTypeOf<Domain["verified"]>().toEqualTypeOf<boolean>();
    expectTypeOf<Domain["verification"]>().toEqualTypeOf<S["VerificationChallenge"][] | undefined>();
    expectTypeOf<Domain["redirect"]>().toEqualTypeOf<string | null | undefined>();
    expectTypeOf<Domain["redirectStatusCode"]>().toEqualTypeOf<number | null | undefined>();
    expectTypeOf<Domain["gitBranch"]>().toEqualTypeOf<string | null | undefined>();
  });

  it("in domains of accounts: one that was bought elsewhere has no end", () => {
    type Domain = operations.GetDomainData["domain"];
    expectTypeOf<Domain>().toEqualTypeOf<operations.ListDomainsData["domains"][number]>();
    expectTypeOf<Domain["boughtAt"]>().toEqualTypeOf<number | null>();
    expectTypeOf<Domain["expiresAt"]>().toEqualTypeOf<number | null>();
    expectTypeOf<Domain["teamId"]>().toEqualTypeOf<string | null>();
    expectTypeOf<Domain["transferStartedAt"]>().toEqualTypeOf<number | undefined>();
    expectTypeOf<Domain["suffix"]>().toEqualTypeOf<boolean | undefined>();
    expectTypeOf<operations.GetDomainConfigData["configuredBy"]>().toEqualTypeOf<S["DomainRoute"] | null>();
    expectTypeOf<operations.UpdateDomainData>().toEqualTypeOf<S["DomainSettings"] | S["DomainMove"]>();
    expectTypeOf<S["DomainMove"]["token"]>().toEqualTypeOf<string | undefined>();
  });

  it("in deployments: what has not happened yet is left out, what failed is null", () => {
    type Deployment = operations.GetDeploymentData;
    expectTypeOf<operations.CreateDeploymentData>().toEqualTypeOf<Deployment>();
    expectTypeOf<operations.CancelDeploymentData>().toEqualTypeOf<Deployment>();
    expectTypeOf<Deployment["url"]>().toEqualTypeOf<string>();
    expectTypeOf<Deployment["buildingAt"]>().toEqualTypeOf<number>();
    expectTypeOf<Deployment["ready"]>().toEqualTypeOf<number | undefined>();
    expectTypeOf<Deployment["aliasAssigned"]>().toEqualTypeOf<boolean | number>();
    expectTypeOf<Deployment["aliasError"]>().toEqualTypeOf<{ code: string; message: string } | null | undefined>();
    expectTypeOf<Deployment["errorMessage"]>().toEqualTypeOf<string | null | undefined>();
    expectTypeOf<Deployment["target"]>().toEqualTypeOf<S["DeploymentTarget"] | null | undefined>();
    // Who may not see the project gets a shorter form.
    expectTypeOf<Deployment["projectId"]>().toEqualTypeOf<S["ProjectId"] | undefined>();
  });

  it("in lists of deployments: an item is called otherwise, and may have no host", () => {
    type Listed = operations.ListDeploymentsData["deployments"][number];
    expectTypeOf<Listed["uid"]>().toEqualTypeOf<S["DeploymentId"]>();
    expectTypeOf<Listed>().not.toHaveProperty("id");
    expectTypeOf<Listed["projectId"]>().toEqualTypeOf<S["ProjectId"]>();
    expectTypeOf<Listed["url"]>().toEqualTypeOf<string | null>();
    expectTypeOf<Listed["inspectorUrl"]>().toEqualTypeOf<string | null>();
    expectTypeOf<Listed["aliasAssigned"]>().toEqualTypeOf<boolean | number | null | undefined>();
    expectTypeOf<operations.DeleteDeploymentData["state"]>().toEqualTypeOf<"DELETED">();
  });

  it("in events and files", () => {
    expectTypeOf<operations.ListDeploymentEventsData[number]>().toEqualTypeOf<S["DeploymentEvent"] | null>();
    type Warning = { code: string; message: string; action?: string; link?: string };
    expectTypeOf<S["AliasAssignedEvent"]["aliasError"]>().toEqualTypeOf<{ code: string; message: string } | null>();
    expectTypeOf<S["AliasAssignedEvent"]["aliasWarning"]>().toEqualTypeOf<Warning | null>();
    type File = operations.ListDeploymentFilesData[number];
    expectTypeOf<File["uid"]>().toEqualTypeOf<string | undefined>();
    expectTypeOf<File["children"]>().toEqualTypeOf<S["DeploymentFile"][] | undefined>();
    expectTypeOf<operations.GetDeploymentFileData>().toEqualTypeOf<{ data: string }>();
    expectTypeOf<operations.UploadFileData["urls"]>().toEqualTypeOf<string[] | undefined>();
  });
});
