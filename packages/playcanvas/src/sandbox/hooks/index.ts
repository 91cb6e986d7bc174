import type { Hooks } from "@fairlead/sandbox";
import { downloadApp } from "./apps/download-app.ts";
import { exportProject } from "./apps/export-project.ts";
import { getPrimaryApp } from "./apps/get-primary-app.ts";
import { createAsset } from "./assets/create-asset.ts";
import { deleteAsset } from "./assets/delete-asset.ts";
import { getAsset } from "./assets/get-asset.ts";
import { getAssetFile } from "./assets/get-asset-file.ts";
import { listAssets } from "./assets/list-assets.ts";
import { updateAsset } from "./assets/update-asset.ts";
import { createBranch } from "./branches/create-branch.ts";
import { createCheckpoint } from "./branches/create-checkpoint.ts";
import { listScenes } from "./scenes/list-scenes.ts";
import { createUploadUrl } from "./splats/create-upload-url.ts";
import { getLegacySplat } from "./splats/get-legacy-splat.ts";
import { publishSplat } from "./splats/publish-splat.ts";
import { completeSplatUpload } from "./supersplat/complete-splat-upload.ts";
import { createSplatUpload } from "./supersplat/create-splat-upload.ts";
import { createSplatUploadPartUrls } from "./supersplat/create-splat-upload-part-urls.ts";
import { getSplat } from "./supersplat/get-splat.ts";
import { getSplatUpload } from "./supersplat/get-splat-upload.ts";
import { listSplats } from "./supersplat/list-splats.ts";

/** The logic that no declaration states; the reason of each stands in the document, under `x-behaviors`. */
export const hooks: Hooks = {
  operations: {
    getPrimaryApp,
    listScenes,
    listAssets,
    createAsset,
    getAsset,
    updateAsset,
    deleteAsset,
    getAssetFile,
    createBranch,
    createSplatUpload,
    getSplatUpload,
    createSplatUploadPartUrls,
    completeSplatUpload,
    getSplat,
    listSplats,
    createUploadUrl,
    publishSplat,
    getLegacySplat,
  },
  jobs: { downloadApp, exportProject, createCheckpoint },
};
