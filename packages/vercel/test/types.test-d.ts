import { describe, expectTypeOf, it } from "vitest";
import type {
  AllOptions,
  ApiError,
  CallOptions,
  Core,
  components,
  ListResult,
  Page,
  PagesOptions,
  Vercel,
  VercelOptions,
} from "../src/index.ts";
import { createVercel } from "../src/index.ts";
import type * as operations from "../src/operations.ts";

type S = components["schemas"];

declare const vc: Vercel;

/** What a method and a function of a list have in common, besides what every operation has. */
interface ListFacts<Data, Item> {
  result: ListResult<Data, Item>;
  pages: AsyncIterable<Page<Data, Item>>;
  all: Promise<Item[]>;
}

/** The facts of a bound list. */
type BoundList<M> = M extends {
  (input: infer Input, options?: CallOptions): infer Result;
  pages(input: infer PagesInput, options?: PagesOptions): infer Pages;
  all(input: infer AllInput, options?: AllOptions): infer All;
}
  ? AreSame<Input, PagesInput, AllInput> extends true
    ? { result: Result; pages: Pages; all: All }
    : "the inputs differ"
  : "not a list";

/** The facts of a standalone list. */
type StandaloneList<F> = F extends {
  (core: Core, input: infer Input, options?: CallOptions): infer Result;
  pages(core: Core, input: infer PagesInput, options?: PagesOptions): infer Pages;
  all(core: Core, input: infer AllInput, options?: AllOptions): infer All;
}
  ? AreSame<Input, PagesInput, AllInput> extends true
    ? { result: Result; pages: Pages; all: All }
    : "the inputs differ"
  : "not a list";

type AreSame<A, B, C> = [A, A, B, C] extends [B, C, A, A] ? true : false;

describe("the types of the lists", () => {
  it("listProjects", () => {
    type Expected = ListFacts<S["ProjectPage"], S["Project"]>;
    expectTypeOf<BoundList<typeof vc.projects.list>>().toEqualTypeOf<Expected>();
    expectTypeOf<StandaloneList<typeof operations.listProjects>>().toEqualTypeOf<Expected>();
  });
  it("listDeployments", () => {
    type Expected = ListFacts<S["DeploymentPage"], S["DeploymentPage"]["deployments"][number]>;
    expectTypeOf<BoundList<typeof vc.deployments.list>>().toEqualTypeOf<Expected>();
    expectTypeOf<StandaloneList<typeof operations.listDeployments>>().toEqualTypeOf<Expected>();
  });
  it("listProjectDomains", () => {
    type Expected = ListFacts<S["ProjectDomainPage"], S["ProjectDomain"]>;
    expectTypeOf<BoundList<typeof vc.projectDomains.list>>().toEqualTypeOf<Expected>();
    expectTypeOf<StandaloneList<typeof operations.listProjectDomains>>().toEqualTypeOf<Expected>();
  });
  it("listDomains", () => {
    type Expected = ListFacts<S["DomainPage"], S["DomainPage"]["domains"][number]>;
    expectTypeOf<BoundList<typeof vc.domains.list>>().toEqualTypeOf<Expected>();
    expectTypeOf<StandaloneList<typeof operations.listDomains>>().toEqualTypeOf<Expected>();
  });
  it("listTeams", () => {
    type Expected = ListFacts<S["TeamPage"], S["TeamPage"]["teams"][number]>;
    expectTypeOf<BoundList<typeof vc.teams.list>>().toEqualTypeOf<Expected>();
    expectTypeOf<StandaloneList<typeof operations.listTeams>>().toEqualTypeOf<Expected>();
  });
  it("are none where one answer has all", () => {
    // @ts-expect-error Environment variables have no pages.
    expectTypeOf(vc.env.list.all).toBeFunction();
    // @ts-expect-error Files have no pages.
    expectTypeOf(vc.deployments.listFiles.pages).toBeFunction();
  });
});

describe("the types of a client", () => {
  it("take a team by id, by slug or not at all, and a missing variable for either", () => {
    expectTypeOf<VercelOptions["teamId"]>().toEqualTypeOf<string | undefined>();
    expectTypeOf<VercelOptions["slug"]>().toEqualTypeOf<string | undefined>();
    expectTypeOf(createVercel).toBeCallableWith({ auth: process.env.VERCEL_TOKEN, slug: process.env.VERCEL_TEAM_SLUG });
    // @ts-expect-error What a core calls defaults is the team here.
    createVercel({ auth: "a-secret-token", defaults: { teamId: "team_1" } });
    // @ts-expect-error The client knows where the server's name of a request is.
    createVercel({ auth: "a-secret-token", requestIdHeader: "x-request-id" });
    // @ts-expect-error A client without a token is asked for what it lacks.
    createVercel({ teamId: "team_1" });
  });
});

describe("the types of a wait", () => {
  it("are the deployment, in all its states", () => {
    const job = vc.deployments.create.wait(
      { body: { name: "harbour-site" } },
      {
        onProgress(deployment) {
          expectTypeOf(deployment).toEqualTypeOf<S["Deployment"]>();
        },
      },
    );
    expectTypeOf(job.done()).resolves.toEqualTypeOf<S["Deployment"]>();
    expectTypeOf(vc.deployments.create.wait.resume("token")).toEqualTypeOf<typeof job>();
  });
});

describe("input that the server would refuse", () => {
  it("is refused by the types", () => {
    const use = async () => {
      // @ts-expect-error A project needs a name.
      vc.projects.create({ body: {} });
      // @ts-expect-error A digest is text.
      vc.files.upload({ "x-vercel-digest": 1, body: new Uint8Array() });
      // @ts-expect-error A file is no object.
      vc.files.upload({ "x-vercel-digest": "", body: { size: 1 } });
      // @ts-expect-error The user of a token is of no team.
      vc.user.get({ teamId: "team_1" });
      // @ts-expect-error Domains are sorted by two words.
      vc.projectDomains.list({ idOrName: "harbour-site", order: "up" });
      // @ts-expect-error A slug is text.
      vc.projects.get({ idOrName: "harbour-site", slug: 7 });
    };
    expectTypeOf(use).returns.resolves.toBeVoid();
  });
});

describe("a code of the vendor's", () => {
  it("is any text, of which the known ones are suggested", async () => {
    const outcome = await vc.projects.get.safe({ idOrName: "harbour-site" });
    if (!outcome.ok && outcome.status === 429) {
      expectTypeOf(outcome.error).toEqualTypeOf<ApiError<429, S["Error"]>>();
      expectTypeOf(outcome.error.body.error.code).toExtend<string>();
    }
  });
});
