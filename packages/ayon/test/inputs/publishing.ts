import { ids } from "./ids.ts";
import type { Inputs } from "./input-of.ts";

/** Inputs of products, versions, representations and workfiles. */
export const publishing: Pick<
  Inputs,
  `${"create" | "get" | "update" | "delete"}${"Product" | "Version" | "Representation" | "Workfile"}`
> = {
  createProduct: {
    project_name: "harbour_short",
    body: {
      id: ids.renderMain,
      name: "renderMain",
      folderId: ids.sh010,
      productType: "render",
      attrib: { productGroup: "Licht & Wasser" },
      tags: ["for reel"],
    },
  },
  getProduct: { project_name: "harbour_short", product_id: ids.renderMain },
  updateProduct: {
    project_name: "harbour_short",
    product_id: ids.renderMain,
    body: { name: "renderBeauty", productBaseType: null, attrib: { productGroup: null } },
  },
  deleteProduct: { project_name: "harbour_short", product_id: ids.renderMain },
  createVersion: {
    project_name: "harbour_short",
    body: {
      version: 2,
      productId: ids.renderMain,
      taskId: ids.compositing,
      attrib: { fps: 23.976, frameStart: 1001, families: ["render", "review"] },
    },
  },
  getVersion: { project_name: "harbour_short", version_id: ids.renderVersion2 },
  updateVersion: {
    project_name: "harbour_short",
    version_id: ids.renderVersion2,
    body: { status: "Approved", thumbnailId: null, attrib: { comment: "Ça va: 100 % final" } },
  },
  deleteVersion: { project_name: "harbour_short", version_id: ids.renderVersion2 },
  createRepresentation: {
    project_name: "harbour_short",
    body: {
      name: "exr",
      versionId: ids.renderVersion2,
      files: [
        {
          id: ids.representationFile,
          path: "{root[work]}/harbour_short/shots/sh010/publish/renderMain/v002/hbr_sh010_renderMain_v002.1001.exr",
          size: 4_718_592,
          hash: "7d1c5a90e2b34f86a1d7c3e95b04f218",
          hashType: "md5",
        },
      ],
      attrib: { extension: "exr" },
      data: { context: { ext: "exr", version: 2 } },
    },
  },
  getRepresentation: { project_name: "harbour_short", representation_id: ids.representation },
  updateRepresentation: {
    project_name: "harbour_short",
    representation_id: ids.representation,
    body: { files: [], traits: { "example.image.v1": { width: 2048 } }, data: { context: null } },
  },
  deleteRepresentation: { project_name: "harbour_short", representation_id: ids.representation },
  createWorkfile: {
    project_name: "harbour_short",
    body: {
      path: "{root[work]}/harbour_short/sh010/work/hbr_sh010_v001 Ü.nk",
      taskId: ids.compositing,
      attrib: { extension: ".nk" },
    },
  },
  getWorkfile: { project_name: "harbour_short", workfile_id: ids.workfile },
  updateWorkfile: {
    project_name: "harbour_short",
    workfile_id: ids.workfile,
    body: { path: "{root[work]}/harbour_short/sh010/work/hbr_sh010_v002.nk", active: true },
  },
  deleteWorkfile: { project_name: "harbour_short", workfile_id: ids.workfile },
};
