import type { BoundFacts as Bound, OperationFacts, StandaloneFacts as Standalone } from "@fairlead/contract";
import { describe, expectTypeOf, it } from "vitest";
import type {
  AllOptions,
  CallOptions,
  Core,
  components,
  Download,
  FileResult,
  ListResult,
  Page,
  PagesOptions,
  PlayCanvas,
} from "../src/index.ts";
import type * as operations from "../src/operations.ts";

type S = components["schemas"];

/** What the types of an operation of PlayCanvas must say. */
type Facts<Input, Data, Ok extends number, Bad extends number> = OperationFacts<Input, Data, Ok, Bad, S["Error"]>;

declare const pc: PlayCanvas;

describe("the types of each operation", () => {
  it("downloadApp", () => {
    type Expected = Facts<{ body: S["NewAppDownload"] }, S["DownloadJob"], 201, 400 | 401 | 403 | 404 | 429>;
    expectTypeOf<Bound<typeof pc.apps.download>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.downloadApp>>().toEqualTypeOf<Expected>();
  });
  it("getApp", () => {
    type Expected = Facts<{ id: number }, S["App"], 200, 401 | 403 | 404 | 429>;
    expectTypeOf<Bound<typeof pc.apps.get>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.getApp>>().toEqualTypeOf<Expected>();
  });
  it("getPrimaryApp", () => {
    type Expected = Facts<{ projectId: number }, S["App"], 200, 401 | 403 | 404 | 429>;
    expectTypeOf<Bound<typeof pc.apps.getPrimary>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.getPrimaryApp>>().toEqualTypeOf<Expected>();
  });
  it("listProjectApps", () => {
    type Expected = Facts<
      { projectId: number } & { limit?: number; skip?: number; sort?: string; order?: 1 | -1 },
      S["AppPage"],
      200,
      401 | 403 | 404 | 429
    >;
    expectTypeOf<Bound<typeof pc.apps.list>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.listProjectApps>>().toEqualTypeOf<Expected>();
  });
  it("exportProject", () => {
    type Expected = Facts<
      { id: number } & { body?: S["NewProjectExport"] },
      S["ExportJob"],
      200 | 201,
      400 | 401 | 403 | 404 | 429
    >;
    expectTypeOf<Bound<typeof pc.projects.export>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.exportProject>>().toEqualTypeOf<Expected>();
  });
  it("getJob", () => {
    type Expected = Facts<
      { id: number },
      S["DownloadJob"] | S["ExportJob"] | S["CheckpointJob"] | S["Job"],
      200,
      401 | 403 | 404 | 429
    >;
    expectTypeOf<Bound<typeof pc.jobs.get>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.getJob>>().toEqualTypeOf<Expected>();
  });
  it("listScenes", () => {
    type Expected = Facts<{ projectId: number } & { branchId?: string }, S["SceneList"], 200, 401 | 403 | 404 | 429>;
    expectTypeOf<Bound<typeof pc.scenes.list>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.listScenes>>().toEqualTypeOf<Expected>();
  });
  it("createAsset", () => {
    type Expected = Facts<{ body: S["NewAsset"] | FormData }, S["AssetWithData"], 201, 400 | 401 | 403 | 404 | 429>;
    expectTypeOf<Bound<typeof pc.assets.create>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.createAsset>>().toEqualTypeOf<Expected>();
  });
  it("getAsset", () => {
    type Expected = Facts<{ assetId: number } & { branchId: string }, S["Asset"], 200, 401 | 403 | 404 | 429>;
    expectTypeOf<Bound<typeof pc.assets.get>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.getAsset>>().toEqualTypeOf<Expected>();
  });
  it("updateAsset", () => {
    type Expected = Facts<
      { assetId: number } & { body: S["AssetPatch"] | FormData },
      S["AssetWithData"],
      200,
      400 | 401 | 403 | 404 | 429
    >;
    expectTypeOf<Bound<typeof pc.assets.update>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.updateAsset>>().toEqualTypeOf<Expected>();
  });
  it("deleteAsset", () => {
    type Expected = Facts<{ assetId: number } & { branchId: string }, undefined, 200, 401 | 403 | 404 | 429>;
    expectTypeOf<Bound<typeof pc.assets.delete>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.deleteAsset>>().toEqualTypeOf<Expected>();
  });
  it("getAssetFile", () => {
    type Expected = Facts<
      { assetId: number; filename: string } & { branchId: string },
      Blob,
      200,
      401 | 403 | 404 | 429
    >;
    expectTypeOf<Bound<typeof pc.assets.getFile>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.getAssetFile>>().toEqualTypeOf<Expected>();
  });
  it("listAssets", () => {
    type Expected = Facts<
      { projectId: number } & { branchId: string; skip?: number; limit?: number; sort?: string; order?: 1 | -1 },
      S["AssetPage"],
      200,
      401 | 403 | 404 | 429
    >;
    expectTypeOf<Bound<typeof pc.assets.list>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.listAssets>>().toEqualTypeOf<Expected>();
  });
  it("createBranch", () => {
    type Expected = Facts<{ body: S["NewBranch"] }, S["Branch"], 201, 400 | 401 | 403 | 404 | 429>;
    expectTypeOf<Bound<typeof pc.branches.create>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.createBranch>>().toEqualTypeOf<Expected>();
  });
  it("listBranches", () => {
    type Expected = Facts<{ projectId: number } & { skip?: string }, S["BranchPage"], 200, 401 | 403 | 404 | 429>;
    expectTypeOf<Bound<typeof pc.branches.list>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.listBranches>>().toEqualTypeOf<Expected>();
  });
  it("createCheckpoint", () => {
    type Expected = Facts<{ body: S["NewCheckpoint"] }, S["CheckpointJob"], 201, 400 | 401 | 403 | 404 | 429>;
    expectTypeOf<Bound<typeof pc.checkpoints.create>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.createCheckpoint>>().toEqualTypeOf<Expected>();
  });
  it("getCheckpoint", () => {
    type Expected = Facts<{ id: string }, S["Checkpoint"], 200, 401 | 403 | 404 | 429>;
    expectTypeOf<Bound<typeof pc.checkpoints.get>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.getCheckpoint>>().toEqualTypeOf<Expected>();
  });
  it("listCheckpoints", () => {
    type Expected = Facts<
      { branchId: string } & { limit?: number; skip?: string },
      S["CheckpointPage"],
      200,
      401 | 403 | 404 | 429
    >;
    expectTypeOf<Bound<typeof pc.checkpoints.list>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.listCheckpoints>>().toEqualTypeOf<Expected>();
  });
  it("getMe", () => {
    type Expected = Facts<Record<string, never> | undefined, S["Me"], 200, 401 | 403 | 429>;
    expectTypeOf<Bound<typeof pc.supersplat.getMe>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.getMe>>().toEqualTypeOf<Expected>();
  });
  it("listSplats", () => {
    type Expected = Facts<{ limit?: number; skip?: number } | undefined, S["SplatPage"], 200, 401 | 403 | 429>;
    expectTypeOf<Bound<typeof pc.supersplat.listSplats>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.listSplats>>().toEqualTypeOf<Expected>();
  });
  it("getSplat", () => {
    type Expected = Facts<{ splatId: string }, S["Splat"], 200, 401 | 403 | 404 | 429>;
    expectTypeOf<Bound<typeof pc.supersplat.getSplat>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.getSplat>>().toEqualTypeOf<Expected>();
  });
  it("createSplatUpload", () => {
    type Expected = Facts<
      { "Idempotency-Key"?: string } & { body: S["NewSplatUpload"] },
      S["SplatUpload"],
      200 | 201,
      400 | 401 | 403 | 413 | 429
    >;
    expectTypeOf<Bound<typeof pc.supersplat.createUpload>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.createSplatUpload>>().toEqualTypeOf<Expected>();
  });
  it("getSplatUpload", () => {
    type Expected = Facts<{ uploadId: string }, S["SplatUpload"], 200, 401 | 403 | 404 | 429>;
    expectTypeOf<Bound<typeof pc.supersplat.getUpload>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.getSplatUpload>>().toEqualTypeOf<Expected>();
  });
  it("createSplatUploadPartUrls", () => {
    type Expected = Facts<
      { uploadId: string } & { body: S["NewSplatPartUrls"] },
      S["SplatPartUrls"],
      200,
      400 | 401 | 403 | 404 | 409 | 429
    >;
    expectTypeOf<Bound<typeof pc.supersplat.createUploadPartUrls>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.createSplatUploadPartUrls>>().toEqualTypeOf<Expected>();
  });
  it("completeSplatUpload", () => {
    type Expected = Facts<
      { uploadId: string } & { body: S["NewSplatCompletion"] },
      S["SplatCompletion"],
      200 | 201,
      400 | 401 | 403 | 404 | 409 | 413 | 429
    >;
    expectTypeOf<Bound<typeof pc.supersplat.completeUpload>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.completeSplatUpload>>().toEqualTypeOf<Expected>();
  });
  it("createUploadUrl", () => {
    type Expected = Facts<{ body: S["NewUploadUrl"] }, S["UploadUrl"], 200, 400 | 401 | 403 | 404 | 429>;
    expectTypeOf<Bound<typeof pc.splats.createUploadUrl>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.createUploadUrl>>().toEqualTypeOf<Expected>();
  });
  it("publishSplat", () => {
    type Expected = Facts<{ body: S["NewPublishedSplat"] }, S["PublishedSplat"], 201, 400 | 401 | 403 | 404 | 429>;
    expectTypeOf<Bound<typeof pc.splats.publish>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.publishSplat>>().toEqualTypeOf<Expected>();
  });
  it("getLegacySplat", () => {
    type Expected = Facts<{ id: number | string }, S["LegacySplat"], 200, 401 | 403 | 404 | 429>;
    expectTypeOf<Bound<typeof pc.splats.get>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.getLegacySplat>>().toEqualTypeOf<Expected>();
  });
  it("getRateLimits", () => {
    type Expected = Facts<Record<string, never> | undefined, S["RateLimits"], 200, 401 | 403 | 429>;
    expectTypeOf<Bound<typeof pc.rateLimits.get>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.getRateLimits>>().toEqualTypeOf<Expected>();
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

describe("the types of each list", () => {
  it("listProjectApps", () => {
    type Expected = ListFacts<S["AppPage"], S["App"]>;
    expectTypeOf<BoundList<typeof pc.apps.list>>().toEqualTypeOf<Expected>();
    expectTypeOf<StandaloneList<typeof operations.listProjectApps>>().toEqualTypeOf<Expected>();
    expectTypeOf<operations.ListProjectAppsItem>().toEqualTypeOf<S["App"]>();
  });
  it("listAssets", () => {
    type Expected = ListFacts<S["AssetPage"], S["Asset"]>;
    expectTypeOf<BoundList<typeof pc.assets.list>>().toEqualTypeOf<Expected>();
    expectTypeOf<StandaloneList<typeof operations.listAssets>>().toEqualTypeOf<Expected>();
    expectTypeOf<operations.ListAssetsItem>().toEqualTypeOf<S["Asset"]>();
  });
  it("listBranches", () => {
    type Expected = ListFacts<S["BranchPage"], S["Branch"]>;
    expectTypeOf<BoundList<typeof pc.branches.list>>().toEqualTypeOf<Expected>();
    expectTypeOf<StandaloneList<typeof operations.listBranches>>().toEqualTypeOf<Expected>();
    expectTypeOf<operations.ListBranchesItem>().toEqualTypeOf<S["Branch"]>();
  });
  it("listCheckpoints", () => {
    type Expected = ListFacts<S["CheckpointPage"], S["Checkpoint"]>;
    expectTypeOf<BoundList<typeof pc.checkpoints.list>>().toEqualTypeOf<Expected>();
    expectTypeOf<StandaloneList<typeof operations.listCheckpoints>>().toEqualTypeOf<Expected>();
    expectTypeOf<operations.ListCheckpointsItem>().toEqualTypeOf<S["Checkpoint"]>();
  });
  it("listSplats", () => {
    type Expected = ListFacts<S["SplatPage"], S["Splat"]>;
    expectTypeOf<BoundList<typeof pc.supersplat.listSplats>>().toEqualTypeOf<Expected>();
    expectTypeOf<StandaloneList<typeof operations.listSplats>>().toEqualTypeOf<Expected>();
    expectTypeOf<operations.ListSplatsItem>().toEqualTypeOf<S["Splat"]>();
  });
  it("is what for await, await, .pages and .all give", () => {
    const use = async () => {
      const list = pc.assets.list({ projectId: 1, branchId: "b" });
      expectTypeOf(await list).toEqualTypeOf<S["AssetPage"]>();
      for await (const asset of list) expectTypeOf(asset).toEqualTypeOf<S["Asset"]>();
      for await (const page of pc.supersplat.listSplats.pages({}, { from: "word", prefetch: 1, maxPages: 5 })) {
        expectTypeOf(page.items).toEqualTypeOf<S["Splat"][]>();
        expectTypeOf(page.next).toEqualTypeOf<string | undefined>();
      }
      expectTypeOf(await pc.branches.list.all({ projectId: 1 }, { max: 5 })).toEqualTypeOf<S["Branch"][]>();
      // @ts-expect-error A page is asked for ahead, or none.
      pc.branches.list.pages({ projectId: 1 }, { prefetch: 2 });
      // @ts-expect-error A walk over pages has no limit of items.
      pc.branches.list.pages({ projectId: 1 }, { max: 5 });
      // @ts-expect-error A list without pages is a plain call.
      pc.scenes.list.all({ projectId: 1 });
    };
    expectTypeOf(use).returns.resolves.toBeVoid();
  });
});

describe("the types of a wait and of a download", () => {
  it("are the declared result, and the answers that tell its states", () => {
    const build = pc.apps.download.wait({ body: { project_id: 1, name: "n", scenes: [1] } });
    expectTypeOf(build.done()).resolves.toEqualTypeOf<FileResult>();
    expectTypeOf(pc.projects.export.wait({ id: 1 }).done()).resolves.toEqualTypeOf<FileResult>();
    const made = pc.checkpoints.create.wait({ body: { branchId: "b", projectId: 1, description: "d" } });
    expectTypeOf(made.done()).resolves.toEqualTypeOf<S["Checkpoint"]>();
    expectTypeOf(pc.jobs.wait).toEqualTypeOf<typeof pc.jobs.get.wait>();
    pc.jobs.wait(
      { id: 1 },
      {
        onProgress(job, { polls }) {
          expectTypeOf(job.status).toEqualTypeOf<S["JobStatus"]>();
          expectTypeOf(polls).toEqualTypeOf<number>();
        },
      },
    );
    expectTypeOf(pc.apps.download.wait.resume("token")).toEqualTypeOf<typeof build>();
    type AnyJob = Awaited<ReturnType<typeof pc.jobs.get>>;
    expectTypeOf(pc.jobs.wait({ id: 1 }).done()).resolves.toEqualTypeOf<AnyJob["data"] & {}>();
  });
  it("are the same for a standalone function, after its core client", () => {
    type Waiting<W extends (...input: never[]) => unknown> = [Parameters<W>, ReturnType<W>];
    type OnCore<W extends (...input: never[]) => unknown> = [[core: Core, ...input: Parameters<W>], ReturnType<W>];
    type DownloadWait = typeof operations.downloadApp.wait;
    expectTypeOf<Waiting<DownloadWait>>().toEqualTypeOf<OnCore<typeof pc.apps.download.wait>>();
    expectTypeOf<Waiting<DownloadWait["resume"]>>().toEqualTypeOf<OnCore<typeof pc.apps.download.wait.resume>>();
    type ExportWait = typeof operations.exportProject.wait;
    expectTypeOf<Waiting<ExportWait>>().toEqualTypeOf<OnCore<typeof pc.projects.export.wait>>();
    type CreateWait = typeof operations.createCheckpoint.wait;
    expectTypeOf<Waiting<CreateWait>>().toEqualTypeOf<OnCore<typeof pc.checkpoints.create.wait>>();
    type GetWait = typeof operations.getJob.wait;
    expectTypeOf<Waiting<GetWait>>().toEqualTypeOf<OnCore<typeof pc.jobs.get.wait>>();
    expectTypeOf(pc.assets.getFile.download({ assetId: 1, filename: "f", branchId: "b" })).toEqualTypeOf<Download>();
  });
});
