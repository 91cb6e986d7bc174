import { describe, expectTypeOf, it } from "vitest";
import type { components, Vercel } from "../src/index.ts";
import type * as operations from "../src/operations.ts";

type S = components["schemas"];

declare const vc: Vercel;

/** Each function is only checked and never called. */
describe("the types of a walk through pages", () => {
  it("are items by for await, a page by await, pages by .pages and an array by .all", () => {
    const use = async () => {
      const list = vc.projects.list({ search: "tide" });
      expectTypeOf(await list).toEqualTypeOf<S["ProjectPage"]>();
      for await (const project of list) expectTypeOf(project).toEqualTypeOf<S["Project"]>();
      for await (const page of vc.projects.list.pages({}, { prefetch: 1, maxPages: 5 })) {
        expectTypeOf(page.items).toEqualTypeOf<S["Project"][]>();
        expectTypeOf(page.data).toEqualTypeOf<S["ProjectPage"]>();
        expectTypeOf(page.next).toEqualTypeOf<string | undefined>();
      }
      expectTypeOf(await vc.deployments.list.all({}, { max: 5 })).toEqualTypeOf<S["DeploymentSummary"][]>();
      for await (const team of vc.teams.list()) expectTypeOf(team).toEqualTypeOf<S["Team"] | S["LimitedTeam"]>();
      for await (const { apexName } of vc.projectDomains.list({ idOrName: "harbour-site" }))
        expectTypeOf(apexName).toEqualTypeOf<string>();
      for await (const { expiresAt } of vc.domains.list()) expectTypeOf(expiresAt).toEqualTypeOf<number | null>();
    };
    expectTypeOf(use).returns.resolves.toBeVoid();
  });
  it("are named for each list", () => {
    expectTypeOf<operations.ListTeamsItem>().toEqualTypeOf<S["Team"] | S["LimitedTeam"]>();
    expectTypeOf<operations.ListProjectsItem>().toEqualTypeOf<S["Project"]>();
    expectTypeOf<operations.ListProjectDomainsItem>().toEqualTypeOf<S["ProjectDomain"]>();
    expectTypeOf<operations.ListDomainsItem>().toEqualTypeOf<S["Domain"]>();
    expectTypeOf<operations.ListDeploymentsItem>().toEqualTypeOf<S["DeploymentSummary"]>();
  });
  it("are told apart by `limited`", () => {
    const use = async () => {
      for await (const team of vc.teams.list()) {
        if ("limited" in team) expectTypeOf(team.limitedBy).toExtend<string[]>();
        else expectTypeOf(team.billing).toExtend<{ plan: string } | null>();
      }
    };
    expectTypeOf(use).returns.resolves.toBeVoid();
  });
});

describe("the types of a wait for a deployment", () => {
  it("are the deployment at its end, as an answer of its status has it", () => {
    const use = async () => {
      const job = vc.deployments.create.wait({ forceNew: "1", body: { name: "harbour-site" } });
      const deployment = await job.done();
      expectTypeOf(deployment).toEqualTypeOf<S["Deployment"]>();
      expectTypeOf(deployment).toEqualTypeOf<operations.GetDeploymentData>();
      expectTypeOf(deployment.readyState).toEqualTypeOf<S["DeploymentState"]>();
      expectTypeOf(await vc.deployments.create.wait.resume("token").done()).toEqualTypeOf<S["Deployment"]>();
      expectTypeOf(await vc.deployments.get.wait({ idOrUrl: deployment.id }).done()).toEqualTypeOf<S["Deployment"]>();
    };
    expectTypeOf(use).returns.resolves.toBeVoid();
  });
});

describe("the types of a list that has no pages", () => {
  it("are a plain answer", () => {
    expectTypeOf(vc.env.list({ idOrName: "harbour-site" })).resolves.toEqualTypeOf<S["EnvVarList"]>();
    expectTypeOf(vc.deployments.listEvents({ idOrUrl: "harbour-site.example.app" })).resolves.toEqualTypeOf<
      (S["DeploymentEvent"] | null)[]
    >();
    expectTypeOf(vc.deployments.listFiles({ id: "dpl_4Rk9zTf2QwE7xUa5mNc8vBj3" })).resolves.toEqualTypeOf<
      S["DeploymentFile"][]
    >();
  });
});
