import { ids } from "../inputs/ids.ts";
import { inputs } from "../inputs.ts";
import { type Expected, json } from "./expected.ts";

/** The requests of products, versions, representations and workfiles. */
export const publishing: Record<string, Expected> = {
  createProduct: {
    call: (ay) => ay.products.create(inputs.createProduct),
    method: "POST",
    url: "/api/projects/harbour_short/products",
    ...json({
      id: ids.renderMain,
      name: "renderMain",
      folderId: ids.sh010,
      productType: "render",
      attrib: { productGroup: "Licht & Wasser" },
      tags: ["for reel"],
    }),
  },
  getProduct: {
    call: (ay) => ay.products.get(inputs.getProduct),
    method: "GET",
    url: `/api/projects/harbour_short/products/${ids.renderMain}`,
  },
  updateProduct: {
    call: (ay) => ay.products.update(inputs.updateProduct),
    accept: "*/*",
    method: "PATCH",
    url: `/api/projects/harbour_short/products/${ids.renderMain}`,
    ...json({ name: "renderBeauty", productBaseType: null, attrib: { productGroup: null } }),
  },
  deleteProduct: {
    call: (ay) => ay.products.delete(inputs.deleteProduct),
    accept: "*/*",
    method: "DELETE",
    url: `/api/projects/harbour_short/products/${ids.renderMain}`,
  },
  createVersion: {
    call: (ay) => ay.versions.create(inputs.createVersion),
    method: "POST",
    url: "/api/projects/harbour_short/versions",
    ...json({
      version: 2,
      productId: ids.renderMain,
      taskId: ids.compositing,
      attrib: { fps: 23.976, frameStart: 1001, families: ["render", "review"] },
    }),
  },
  getVersion: {
    call: (ay) => ay.versions.get(inputs.getVersion),
    method: "GET",
    url: `/api/projects/harbour_short/versions/${ids.renderVersion2}`,
  },
  updateVersion: {
    call: (ay) => ay.versions.update(inputs.updateVersion),
    accept: "*/*",
    method: "PATCH",
    url: `/api/projects/harbour_short/versions/${ids.renderVersion2}`,
    ...json({ status: "Approved", thumbnailId: null, attrib: { comment: "Ça va: 100 % final" } }),
  },
  deleteVersion: {
    call: (ay) => ay.versions.delete(inputs.deleteVersion),
    accept: "*/*",
    method: "DELETE",
    url: `/api/projects/harbour_short/versions/${ids.renderVersion2}`,
  },
  createRepresentation: {
    call: (ay) => ay.representations.create(inputs.createRepresentation),
    method: "POST",
    url: "/api/projects/harbour_short/representations",
    ...json({
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
    }),
  },
  getRepresentation: {
    call: (ay) => ay.representations.get(inputs.getRepresentation),
    method: "GET",
    url: `/api/projects/harbour_short/representations/${ids.representation}`,
  },
  updateRepresentation: {
    call: (ay) => ay.representations.update(inputs.updateRepresentation),
    accept: "*/*",
    method: "PATCH",
    url: `/api/projects/harbour_short/representations/${ids.representation}`,
    ...json({ files: [], traits: { "example.image.v1": { width: 2048 } }, data: { context: null } }),
  },
  deleteRepresentation: {
    call: (ay) => ay.representations.delete(inputs.deleteRepresentation),
    accept: "*/*",
    method: "DELETE",
    url: `/api/projects/harbour_short/representations/${ids.representation}`,
  },
  createWorkfile: {
    call: (ay) => ay.workfiles.create(inputs.createWorkfile),
    method: "POST",
    url: "/api/projects/harbour_short/workfiles",
    ...json({
      path: "{root[work]}/harbour_short/sh010/work/hbr_sh010_v001 Ü.nk",
      taskId: ids.compositing,
      attrib: { extension: ".nk" },
    }),
  },
  getWorkfile: {
    call: (ay) => ay.workfiles.get(inputs.getWorkfile),
    method: "GET",
    url: `/api/projects/harbour_short/workfiles/${ids.workfile}`,
  },
  updateWorkfile: {
    call: (ay) => ay.workfiles.update(inputs.updateWorkfile),
    accept: "*/*",
    method: "PATCH",
    url: `/api/projects/harbour_short/workfiles/${ids.workfile}`,
    ...json({ path: "{root[work]}/harbour_short/sh010/work/hbr_sh010_v002.nk", active: true }),
  },
  deleteWorkfile: {
    call: (ay) => ay.workfiles.delete(inputs.deleteWorkfile),
    accept: "*/*",
    method: "DELETE",
    url: `/api/projects/harbour_short/workfiles/${ids.workfile}`,
  },
};
