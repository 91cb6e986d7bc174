import { readFileSync } from "node:fs";
import { operationsOf, type RecordedRequest, readDocument, recordRequests } from "@fairlead/contract";
import { describe, expect, it } from "vitest";
import { createPlayCanvas, type PlayCanvas } from "../src/index.ts";
import { branch, inputs } from "./inputs.ts";

const json = (value: unknown): Partial<RecordedRequest> => ({
  headers: { "content-type": "application/json" },
  body: JSON.stringify(value),
});

/** What one call must put on the wire; `headers` are those besides authorization, accept and user-agent. */
interface Expected {
  call(pc: PlayCanvas): Promise<unknown>;
  method: string;
  url: string;
  headers?: Record<string, string>;
  body?: string;
}

const expected: Record<string, Expected> = {
  downloadApp: {
    call: (pc) => pc.apps.download(inputs.downloadApp),
    method: "POST",
    url: "/api/apps/download",
    ...json({ project_id: 691250, name: "Harbour tour", scenes: [1203, 1204], version: "", scripts_minify: true }),
  },
  getPrimaryApp: {
    call: (pc) => pc.apps.getPrimary(inputs.getPrimaryApp),
    method: "GET",
    url: "/api/projects/691250/app",
  },
  listProjectApps: {
    call: (pc) => pc.apps.list(inputs.listProjectApps),
    method: "GET",
    url: "/api/projects/691250/apps?skip=16&limit=32&sort=created_at&order=-1",
  },
  getApp: { call: (pc) => pc.apps.get(inputs.getApp), method: "GET", url: "/api/apps/41" },
  createAsset: {
    call: (pc) => pc.assets.create(inputs.createAsset),
    method: "POST",
    url: "/api/assets",
    headers: { "content-type": "multipart/form-data; boundary=BOUNDARY" },
    body: [
      '--BOUNDARY\r\nContent-Disposition: form-data; name="name"\r\n\r\nrotate.js\r\n',
      '--BOUNDARY\r\nContent-Disposition: form-data; name="projectId"\r\n\r\n691250\r\n',
      `--BOUNDARY\r\nContent-Disposition: form-data; name="branchId"\r\n\r\n${branch}\r\n`,
      '--BOUNDARY\r\nContent-Disposition: form-data; name="preload"\r\n\r\ntrue\r\n',
      '--BOUNDARY\r\nContent-Disposition: form-data; name="file"; filename="rotate.js"\r\nContent-Type: text/javascript\r\n\r\nvar a = 1;\r\n',
      "--BOUNDARY--\r\n",
    ].join(""),
  },
  getAsset: {
    call: (pc) => pc.assets.get(inputs.getAsset),
    method: "GET",
    url: `/api/assets/88?branchId=${branch}`,
  },
  updateAsset: {
    call: (pc) => pc.assets.update(inputs.updateAsset),
    method: "PUT",
    url: "/api/assets/88",
    headers: { "content-type": "multipart/form-data; boundary=BOUNDARY" },
    body: [
      `--BOUNDARY\r\nContent-Disposition: form-data; name="branchId"\r\n\r\n${branch}\r\n`,
      '--BOUNDARY\r\nContent-Disposition: form-data; name="name"\r\n\r\nspin.js\r\n',
      '--BOUNDARY\r\nContent-Disposition: form-data; name="parent"\r\n\r\nnull\r\n',
      "--BOUNDARY--\r\n",
    ].join(""),
  },
  deleteAsset: {
    call: (pc) => pc.assets.delete(inputs.deleteAsset),
    method: "DELETE",
    url: "/api/assets/88?branchId=master",
  },
  getAssetFile: {
    call: (pc) => pc.assets.getFile(inputs.getAssetFile),
    method: "GET",
    url: `/api/assets/88/file/my%20script%20%231.js?branchId=${branch}`,
  },
  listAssets: {
    call: (pc) => pc.assets.list(inputs.listAssets),
    method: "GET",
    url: `/api/projects/691250/assets?branchId=${branch}&skip=0&limit=100000`,
  },
  createBranch: {
    call: (pc) => pc.branches.create(inputs.createBranch),
    method: "POST",
    url: "/api/branches",
    headers: { "content-type": "application/json" },
    // The recorder reads bytes as Latin-1: the two bytes of the umlaut stand apart.
    body: `{"name":"SpÃ¤ti & co","projectId":691250,"sourceBranchId":"${branch}"}`,
  },
  listBranches: {
    call: (pc) => pc.branches.list(inputs.listBranches),
    method: "GET",
    url: `/api/projects/691250/branches?skip=${branch}`,
  },
  createCheckpoint: {
    call: (pc) => pc.checkpoints.create(inputs.createCheckpoint),
    method: "POST",
    url: "/api/checkpoints",
    ...json({ projectId: 691250, branchId: branch, description: "Before the fair" }),
  },
  getCheckpoint: {
    call: (pc) => pc.checkpoints.get(inputs.getCheckpoint),
    method: "GET",
    url: "/api/checkpoints/c4e1",
  },
  listCheckpoints: {
    call: (pc) => pc.checkpoints.list(inputs.listCheckpoints),
    method: "GET",
    url: `/api/branches/${branch}/checkpoints?limit=50&skip=c4e1`,
  },
  getJob: { call: (pc) => pc.jobs.get(inputs.getJob), method: "GET", url: "/api/jobs/5120" },
  exportProject: {
    call: (pc) => pc.projects.export(inputs.exportProject),
    method: "POST",
    url: "/api/projects/691250/export",
    ...json({ branch_id: branch }),
  },
  listScenes: {
    call: (pc) => pc.scenes.list(inputs.listScenes),
    method: "GET",
    url: "/api/projects/691250/scenes",
  },
  getRateLimits: { call: (pc) => pc.rateLimits.get(), method: "GET", url: "/api/ratelimits" },
  createUploadUrl: {
    call: (pc) => pc.splats.createUploadUrl(inputs.createUploadUrl),
    method: "POST",
    url: "/api/upload/signed-url",
    ...json({ fileName: "harbour.ply" }),
  },
  publishSplat: {
    call: (pc) => pc.splats.publish(inputs.publishSplat),
    method: "POST",
    url: "/api/splats/publish",
    ...json({ s3Key: "tmp/1.ply", title: "Harbour", description: "", listed: false, format: "sog" }),
  },
  getLegacySplat: { call: (pc) => pc.splats.get(inputs.getLegacySplat), method: "GET", url: "/api/splats/50" },
  getMe: { call: (pc) => pc.supersplat.getMe(), method: "GET", url: "/api/supersplat/v1/me" },
  listSplats: {
    call: (pc) => pc.supersplat.listSplats(inputs.listSplats),
    method: "GET",
    url: "/api/supersplat/v1/splats?limit=128&skip=256",
  },
  getSplat: {
    call: (pc) => pc.supersplat.getSplat(inputs.getSplat),
    method: "GET",
    url: "/api/supersplat/v1/splats/a1b2c3d4",
  },
  createSplatUpload: {
    call: (pc) => pc.supersplat.createUpload(inputs.createSplatUpload),
    method: "POST",
    url: "/api/supersplat/v1/splats/uploads",
    headers: { "content-type": "application/json", "idempotency-key": "harbour-2026-11-02" },
    body: '{"sourceFormat":"ply","contentLength":1048576,"title":"Harbour"}',
  },
  getSplatUpload: {
    call: (pc) => pc.supersplat.getUpload(inputs.getSplatUpload),
    method: "GET",
    url: "/api/supersplat/v1/splats/uploads/up_1",
  },
  createSplatUploadPartUrls: {
    call: (pc) => pc.supersplat.createUploadPartUrls(inputs.createSplatUploadPartUrls),
    method: "POST",
    url: "/api/supersplat/v1/splats/uploads/up_1/part-upload-urls",
    ...json({ parts: [1, 2] }),
  },
  completeSplatUpload: {
    call: (pc) => pc.supersplat.completeUpload(inputs.completeSplatUpload),
    method: "POST",
    url: "/api/supersplat/v1/splats/uploads/up_1/complete",
    ...json({ parts: [{ partNumber: 1, etag: "9b2c" }] }),
  },
};

const document = readDocument(new URL("../../../spec/playcanvas/dist/openapi.json", import.meta.url));
const version = (JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { version: string })
  .version;

describe("what goes over the wire", () => {
  it("is written down for every operation of the document", () => {
    expect(Object.keys(expected).sort()).toEqual([...operationsOf(document).keys()].sort());
  });

  for (const [operationId, { call, method, url, headers, body }] of Object.entries(expected)) {
    it(`${operationId} sends ${method} ${url}`, async () => {
      await using server = await recordRequests(200, {});
      await call(createPlayCanvas({ auth: "a-secret-token", baseUrl: server.url }));
      const [request] = server.requests;
      expect(server.requests).toHaveLength(1);
      expect(request?.headers["user-agent"]).toMatch(new RegExp(`^fairlead-playcanvas/${version} \\(Node\\.js/\\d+`));
      expect(request).toEqual({
        method,
        url,
        headers: {
          accept: ["getAssetFile", "deleteAsset"].includes(operationId) ? "*/*" : "application/json",
          authorization: "Bearer a-secret-token",
          "user-agent": request?.headers["user-agent"],
          ...headers,
        },
        body: body ?? "",
      });
    });
  }
});
