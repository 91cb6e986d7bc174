import type * as operations from "../src/operations.ts";

/** The id of the branch that all examples live in. */
export const branch = "0b5b2c04-6f0b-4f53-8a52-3c1b8f3f9a10";

/** The operations that take an input. */
type Inputs = {
  [Id in OperationId]: Parameters<(typeof operations)[Id]>[1];
};
type OperationId = Exclude<keyof typeof operations, "createPlayCanvasCore">;

/** One valid input for every operation, as a user would write it. */
export const inputs: Inputs = {
  downloadApp: {
    body: { project_id: 691250, name: "Harbour tour", scenes: [1203, 1204], version: "", scripts_minify: true },
  },
  getPrimaryApp: { projectId: 691250 },
  listProjectApps: { projectId: 691250, limit: 32, skip: 16, sort: "created_at", order: -1 },
  getApp: { id: 41 },
  createAsset: {
    body: {
      file: new File(["var a = 1;"], "rotate.js", { type: "text/javascript" }),
      name: "rotate.js",
      projectId: 691250,
      branchId: branch,
      preload: true,
    },
  },
  getAsset: { assetId: 88, branchId: branch },
  updateAsset: { assetId: 88, body: { branchId: branch, name: "spin.js", parent: "null" } },
  deleteAsset: { assetId: 88, branchId: "master" },
  getAssetFile: { assetId: 88, filename: "my script #1.js", branchId: branch },
  listAssets: { projectId: 691250, branchId: branch, skip: 0, limit: 100000 },
  createBranch: { body: { name: "Späti & co", projectId: 691250, sourceBranchId: branch } },
  listBranches: { projectId: 691250, skip: branch },
  createCheckpoint: { body: { projectId: 691250, branchId: branch, description: "Before the fair" } },
  getCheckpoint: { id: "c4e1" },
  listCheckpoints: { branchId: branch, limit: 50, skip: "c4e1" },
  getJob: { id: 5120 },
  exportProject: { id: 691250, body: { branch_id: branch } },
  listScenes: { projectId: 691250 },
  getRateLimits: undefined,
  createUploadUrl: { body: { fileName: "harbour.ply" } },
  publishSplat: { body: { s3Key: "tmp/1.ply", title: "Harbour", description: "", listed: false, format: "sog" } },
  getLegacySplat: { id: "50" },
  getMe: undefined,
  listSplats: { limit: 128, skip: 256 },
  getSplat: { splatId: "a1b2c3d4" },
  createSplatUpload: {
    "Idempotency-Key": "harbour-2026-11-02",
    body: { sourceFormat: "ply", contentLength: 1048576, title: "Harbour" },
  },
  getSplatUpload: { uploadId: "up_1" },
  createSplatUploadPartUrls: { uploadId: "up_1", body: { parts: [1, 2] } },
  completeSplatUpload: { uploadId: "up_1", body: { parts: [{ partNumber: 1, etag: "9b2c" }] } },
};
