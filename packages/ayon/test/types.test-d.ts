import { describe, expectTypeOf, it } from "vitest";
import type {
  AllOptions,
  Ayon,
  CallOptions,
  Core,
  components,
  Download,
  ListResult,
  Page,
  PagesOptions,
} from "../src/index.ts";
import type * as operations from "../src/operations.ts";
import { ids } from "./inputs/ids.ts";

type S = components["schemas"];

declare const ay: Ayon;

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

describe("the types of the list", () => {
  it("listProjects", () => {
    type Expected = ListFacts<S["ProjectPage"], S["ProjectSummary"]>;
    expectTypeOf<BoundList<typeof ay.projects.list>>().toEqualTypeOf<Expected>();
    expectTypeOf<StandaloneList<typeof operations.listProjects>>().toEqualTypeOf<Expected>();
    expectTypeOf<operations.ListProjectsItem>().toEqualTypeOf<S["ProjectSummary"]>();
  });
  it("is what for await, await, .pages and .all give", () => {
    const use = async () => {
      const list = ay.projects.list({ length: 50 });
      expectTypeOf(await list).toEqualTypeOf<S["ProjectPage"]>();
      for await (const project of list) expectTypeOf(project).toEqualTypeOf<S["ProjectSummary"]>();
      for await (const page of ay.projects.list.pages({}, { from: "word", prefetch: 1, maxPages: 5 })) {
        expectTypeOf(page.items).toEqualTypeOf<S["ProjectSummary"][]>();
        expectTypeOf(page.next).toEqualTypeOf<string | undefined>();
      }
      expectTypeOf(await ay.projects.list.all({ active: true }, { max: 5 })).toEqualTypeOf<S["ProjectSummary"][]>();
      // @ts-expect-error A list without pages is a plain call.
      ay.installers.list.all({});
      // @ts-expect-error Projects are sorted by one of three members.
      ay.projects.list({ order: "size" });
    };
    expectTypeOf(use).returns.resolves.toBeVoid();
  });
});

describe("the types of a wait, of a download and of an upload", () => {
  it("are the event that tells its states, and a file that is yet to be read", () => {
    const job = ay.addons.install.wait({ url: "https://files.example.com/tools.zip" });
    expectTypeOf(job.done()).resolves.toEqualTypeOf<S["Event"]>();
    ay.addons.install.wait(
      {},
      {
        onProgress(event, { polls }) {
          expectTypeOf(event).toEqualTypeOf<S["AddonInstallation"] | S["Event"]>();
          expectTypeOf(polls).toEqualTypeOf<number>();
        },
      },
    );
    expectTypeOf(ay.addons.install.wait.resume("token")).toEqualTypeOf<typeof job>();
    expectTypeOf(ay.installers.download.download({ filename: "f" })).toEqualTypeOf<Download>();
    expectTypeOf(ay.dependencyPackages.download.download({ filename: "f" })).toEqualTypeOf<Download>();
  });
  it("are the results of a batch, after its states in the background", () => {
    const job = ay.operations.applyInBackground.wait({ project_name: "harbour_short", body: { operations: [] } });
    expectTypeOf(job.done()).resolves.toEqualTypeOf<S["OperationResults"]>();
    ay.operations.applyInBackground.wait(
      { project_name: "harbour_short", body: {} },
      {
        onProgress(state) {
          expectTypeOf(state).toEqualTypeOf<S["BackgroundOperations"]>();
        },
      },
    );
  });
  it("are files of a project, which are yet to be read too", () => {
    const input = { project_name: "harbour_short", file_id: ids.file };
    expectTypeOf(ay.files.download.download(input)).toEqualTypeOf<Download>();
    expectTypeOf(ay.files.downloadPayload.download(input)).toEqualTypeOf<Download>();
  });
  it("are checked where the server would refuse the input", () => {
    const use = async () => {
      // @ts-expect-error A file is no object.
      ay.installers.upload({ filename: "f", body: { size: 1 } });
      // @ts-expect-error Only an installation tells how it goes by itself: a registration without `url` starts nothing.
      ay.installers.create.wait({ body: { filename: "f", platform: "linux", version: "1.6.0" } });
      // @ts-expect-error Three platforms are known.
      ay.installers.create({ body: { filename: "f", platform: "amiga", version: "1.6.0" } });
      // @ts-expect-error A project needs a code.
      ay.projects.create({ body: { name: "harbour_short" } });
    };
    expectTypeOf(use).returns.resolves.toBeVoid();
  });
});
