import { describe, expectTypeOf, it } from "vitest";
import type {
  AllOptions,
  ApiError,
  Ayon,
  BinaryBody,
  CallOptions,
  Core,
  components,
  Download,
  ListResult,
  OtherStatus,
  Page,
  PagesOptions,
} from "../src/index.ts";
import type * as operations from "../src/operations.ts";

type S = components["schemas"];

/** What a member of the client and the function of the same operation have in common. */
interface Facts<Input, Data, Ok extends number, Bad extends number> {
  input: Input;
  data: Data;
  /** Statuses of success, by `.safe` and by `.full`. */
  ok: Ok;
  full: Ok;
  fullData: Data;
  /** Each status that is told apart; the rest, and no answer at all, are one member each. */
  failures: Bad extends number ? [Bad] : never;
  rest: [OtherStatus<Bad>] | [0];
  /** The class and the body of each error that is told apart; only a part that does not exist has no JSON. */
  errors: Bad extends 416 ? ApiError<416, undefined> : Bad extends number ? ApiError<Bad, S["Error"]> : never;
}

/** The facts of a bound method. */
type Bound<M> = M extends {
  (input: infer Input, options?: CallOptions): Promise<infer Data>;
  safe(input: infer SafeInput, options?: CallOptions): Promise<infer Result>;
  full(input: infer Input, options?: CallOptions): Promise<infer Full>;
}
  ? [SafeInput] extends [Input]
    ? FactsOf<Input, Data, Result, Full>
    : "the inputs differ"
  : "not a method";

/** The facts of a standalone function. */
type Standalone<F> = F extends {
  (core: Core, input: infer Input, options?: CallOptions): Promise<infer Data>;
  safe(core: Core, input: infer SafeInput, options?: CallOptions): Promise<infer Result>;
  full(core: Core, input: infer Input, options?: CallOptions): Promise<infer Full>;
}
  ? [SafeInput] extends [Input]
    ? FactsOf<Input, Data, Result, Full>
    : "the inputs differ"
  : "not a function";

interface FactsOf<Input, Data, Result, Full> {
  input: Input;
  data: Data;
  ok: Result extends { ok: true; status: infer Status } ? Status : never;
  full: Full extends { status: infer Status } ? Status : never;
  fullData: Full extends { data: infer FullData } ? FullData : never;
  failures: Result extends { ok: false; status: infer Status }
    ? IsOne<Status> extends true
      ? [Status]
      : never
    : never;
  rest: Result extends { ok: false; status: infer Status } ? (IsOne<Status> extends true ? never : [Status]) : never;
  errors: Result extends { ok: false; status: infer Status; error: infer E }
    ? IsOne<Status> extends true
      ? E
      : never
    : never;
}

/** Whether a status is a single one, and not that of an answer that never came. */
type IsOne<Status, All = Status> = Status extends 0 ? false : [All] extends [Status] ? true : false;

declare const ay: Ayon;

describe("the types of each operation", () => {
  it("login", () => {
    type Expected = Facts<{ body: S["Credentials"] }, S["Login"], 200, 400 | 403 | 503>;
    expectTypeOf<Bound<typeof ay.auth.login>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.login>>().toEqualTypeOf<Expected>();
  });
  it("logout", () => {
    type Expected = Facts<Record<string, never> | undefined, S["Logout"], 200, 401>;
    expectTypeOf<Bound<typeof ay.auth.logout>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.logout>>().toEqualTypeOf<Expected>();
  });
  it("getInfo", () => {
    type Expected = Facts<{ full?: boolean } | undefined, S["ServerInfo"], 200, 400 | 401>;
    expectTypeOf<Bound<typeof ay.server.getInfo>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.getInfo>>().toEqualTypeOf<Expected>();
  });
  it("listProjects", () => {
    type Expected = Facts<
      | {
          page?: number;
          length?: number;
          library?: boolean;
          active?: boolean;
          skeleton?: boolean;
          order?: "name" | "createdAt" | "updatedAt";
          desc?: boolean;
          name?: string;
        }
      | undefined,
      S["ProjectPage"],
      200,
      400 | 401
    >;
    expectTypeOf<Bound<typeof ay.projects.list>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.listProjects>>().toEqualTypeOf<Expected>();
  });
  it("createProject", () => {
    type Expected = Facts<{ body: S["NewProject"] }, null, 201, 400 | 401 | 403 | 404 | 409>;
    expectTypeOf<Bound<typeof ay.projects.create>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.createProject>>().toEqualTypeOf<Expected>();
  });
  it("getProject", () => {
    type Expected = Facts<{ project_name: S["ProjectName"] }, S["Project"], 200, 400 | 401 | 403 | 404>;
    expectTypeOf<Bound<typeof ay.projects.get>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.getProject>>().toEqualTypeOf<Expected>();
  });
  it("updateProject", () => {
    type Expected = Facts<
      { project_name: S["ProjectName"] } & { body: S["ProjectPatch"] },
      undefined,
      204,
      400 | 401 | 403 | 404
    >;
    expectTypeOf<Bound<typeof ay.projects.update>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.updateProject>>().toEqualTypeOf<Expected>();
  });
  it("deleteProject", () => {
    type Expected = Facts<{ project_name: S["ProjectName"] }, undefined, 204, 400 | 401 | 403 | 404>;
    expectTypeOf<Bound<typeof ay.projects.delete>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.deleteProject>>().toEqualTypeOf<Expected>();
  });
  it("listAnatomyPresets", () => {
    type Expected = Facts<Record<string, never> | undefined, S["AnatomyPresetList"], 200, 401 | 403>;
    expectTypeOf<Bound<typeof ay.anatomy.listPresets>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.listAnatomyPresets>>().toEqualTypeOf<Expected>();
  });
  it("getAnatomyPreset", () => {
    type Expected = Facts<{ preset_name: string }, S["Anatomy"], 200, 401 | 403 | 404>;
    expectTypeOf<Bound<typeof ay.anatomy.getPreset>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.getAnatomyPreset>>().toEqualTypeOf<Expected>();
  });
  it("getCurrentUser", () => {
    type Expected = Facts<Record<string, never> | undefined, S["User"], 200, 401>;
    expectTypeOf<Bound<typeof ay.users.me>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.getCurrentUser>>().toEqualTypeOf<Expected>();
  });
  it("getUser", () => {
    type Expected = Facts<{ user_name: S["UserName"] }, S["VisibleUser"], 200, 400 | 401 | 403 | 404>;
    expectTypeOf<Bound<typeof ay.users.get>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.getUser>>().toEqualTypeOf<Expected>();
  });
  it("createUser", () => {
    type Expected = Facts<{ user_name: S["UserName"] } & { body: S["NewUser"] }, undefined, 204, 400 | 401 | 403 | 409>;
    expectTypeOf<Bound<typeof ay.users.create>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.createUser>>().toEqualTypeOf<Expected>();
  });
  it("updateUser", () => {
    type Expected = Facts<
      { user_name: S["UserName"] } & { body: S["UserPatch"] },
      undefined,
      204,
      400 | 401 | 403 | 404 | 409
    >;
    expectTypeOf<Bound<typeof ay.users.update>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.updateUser>>().toEqualTypeOf<Expected>();
  });
  it("deleteUser", () => {
    type Expected = Facts<{ user_name: S["UserName"] }, undefined, 204, 400 | 401 | 403 | 404>;
    expectTypeOf<Bound<typeof ay.users.delete>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.deleteUser>>().toEqualTypeOf<Expected>();
  });
  it("listInstallers", () => {
    type Expected = Facts<
      { version?: string; platform?: "windows" | "linux" | "darwin"; variant?: "production" | "staging" } | undefined,
      S["InstallerList"],
      200,
      400 | 401 | 403 | 404
    >;
    expectTypeOf<Bound<typeof ay.installers.list>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.listInstallers>>().toEqualTypeOf<Expected>();
  });
  it("createInstaller", () => {
    type Expected = Facts<
      { url?: string; force?: boolean; overwrite?: boolean } & { body: S["NewInstaller"] },
      S["PackageRegistration"],
      201,
      400 | 401 | 403 | 409
    >;
    expectTypeOf<Bound<typeof ay.installers.create>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.createInstaller>>().toEqualTypeOf<Expected>();
  });
  it("downloadInstaller", () => {
    type Expected = Facts<
      { filename: string } & { Range?: string; "If-Range"?: string },
      Blob,
      200 | 206,
      401 | 403 | 404 | 416
    >;
    expectTypeOf<Bound<typeof ay.installers.download>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.downloadInstaller>>().toEqualTypeOf<Expected>();
  });
  it("uploadInstaller", () => {
    type Expected = Facts<{ filename: string } & { body: BinaryBody }, undefined, 204, 400 | 401 | 403 | 404>;
    expectTypeOf<Bound<typeof ay.installers.upload>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.uploadInstaller>>().toEqualTypeOf<Expected>();
  });
  it("deleteInstaller", () => {
    type Expected = Facts<{ filename: string }, undefined, 204, 401 | 403 | 404>;
    expectTypeOf<Bound<typeof ay.installers.delete>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.deleteInstaller>>().toEqualTypeOf<Expected>();
  });
  it("listDependencyPackages", () => {
    type Expected = Facts<Record<string, never> | undefined, S["DependencyPackageList"], 200, 401 | 403>;
    expectTypeOf<Bound<typeof ay.dependencyPackages.list>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.listDependencyPackages>>().toEqualTypeOf<Expected>();
  });
  it("createDependencyPackage", () => {
    type Expected = Facts<
      { url?: string; force?: boolean; overwrite?: boolean } & { body: S["NewDependencyPackage"] },
      S["PackageRegistration"],
      201,
      400 | 401 | 403 | 409
    >;
    expectTypeOf<Bound<typeof ay.dependencyPackages.create>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.createDependencyPackage>>().toEqualTypeOf<Expected>();
  });
  it("downloadDependencyPackage", () => {
    type Expected = Facts<
      { filename: string } & { Range?: string; "If-Range"?: string },
      Blob,
      200 | 206,
      401 | 403 | 404 | 416
    >;
    expectTypeOf<Bound<typeof ay.dependencyPackages.download>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.downloadDependencyPackage>>().toEqualTypeOf<Expected>();
  });
  it("uploadDependencyPackage", () => {
    type Expected = Facts<{ filename: string } & { body: BinaryBody }, undefined, 204, 400 | 401 | 403 | 404>;
    expectTypeOf<Bound<typeof ay.dependencyPackages.upload>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.uploadDependencyPackage>>().toEqualTypeOf<Expected>();
  });
  it("deleteDependencyPackage", () => {
    type Expected = Facts<{ filename: string }, undefined, 204, 401 | 403 | 404>;
    expectTypeOf<Bound<typeof ay.dependencyPackages.delete>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.deleteDependencyPackage>>().toEqualTypeOf<Expected>();
  });
  it("listAddons", () => {
    type Expected = Facts<{ details?: boolean } | undefined, S["AddonList"], 200, 400 | 401>;
    expectTypeOf<Bound<typeof ay.addons.list>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.listAddons>>().toEqualTypeOf<Expected>();
  });
  it("installAddon", () => {
    type Expected = Facts<
      ({ url?: string; addonName?: string; addonVersion?: string } & { body?: BinaryBody }) | undefined,
      S["AddonInstallation"],
      200,
      400 | 401 | 403 | 409
    >;
    expectTypeOf<Bound<typeof ay.addons.install>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.installAddon>>().toEqualTypeOf<Expected>();
  });
  it("deleteAddonVersion", () => {
    type Expected = Facts<
      { addon_name: string; addon_version: string } & { purge?: boolean },
      undefined,
      204,
      400 | 401 | 403 | 404
    >;
    expectTypeOf<Bound<typeof ay.addons.deleteVersion>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.deleteAddonVersion>>().toEqualTypeOf<Expected>();
  });
  it("getEvent", () => {
    type Expected = Facts<{ event_id: S["Id"] }, S["Event"], 200, 400 | 401 | 403 | 404>;
    expectTypeOf<Bound<typeof ay.events.get>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.getEvent>>().toEqualTypeOf<Expected>();
  });
});

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
