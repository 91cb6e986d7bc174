import type { RepresentationFile, StoredProduct, StoredRepresentation, StoredVersion } from "../entity/types.ts";

const project = { projectName: "harbour_short", active: true, status: "Approved" };
const byArtist = { createdBy: "compositor_1", updatedBy: "compositor_1" };
const published = "{root[work]}/harbour_short/shots/sh010/publish/renderMain";
const model = "{root[work]}/harbour_short/assets/buoy/publish/modelMain/v001/hbr_buoy_modelMain_v001.abc";

/** The render of the shot, and the model of the asset. */
export const products: readonly StoredProduct[] = [
  {
    ...project,
    id: "3f0e6b2ab8d511f19c4e0a58c3d27b21",
    name: "renderMain",
    folderId: "1f0e6b2ab8d511f19c4e0a58c3d27b02",
    productType: "render",
    productBaseType: "render",
    attrib: { productGroup: "beauty" },
    ownAttrib: ["productGroup"],
    data: { sortOrder: 10 },
    tags: ["for reel"],
    createdBy: "compositor_1",
    updatedBy: "producer",
    createdAt: "2025-11-04T10:12:31.402118+00:00",
    updatedAt: "2025-11-06T16:40:02.917345+00:00",
  },
  {
    ...project,
    ...byArtist,
    id: "3f0e6b2ab8d511f19c4e0a58c3d27b22",
    name: "modelMain",
    folderId: "1f0e6b2ab8d511f19c4e0a58c3d27b04",
    productType: "model",
    productBaseType: "model",
    attrib: {},
    ownAttrib: [],
    data: {},
    tags: [],
    createdAt: "2025-11-03T09:30:15.220417+00:00",
    updatedAt: "2025-11-03T09:30:15.220422+00:00",
  },
];

/** Two versions of the render, and one of the model. */
export const versions: readonly StoredVersion[] = [
  {
    ...project,
    ...byArtist,
    id: "4f0e6b2ab8d511f19c4e0a58c3d27b31",
    version: 1,
    productId: "3f0e6b2ab8d511f19c4e0a58c3d27b21",
    taskId: "2f0e6b2ab8d511f19c4e0a58c3d27b11",
    author: "compositor_1",
    attrib: { fps: 24, frameStart: 1001, frameEnd: 1096, comment: "First light" },
    ownAttrib: ["fps", "frameStart", "frameEnd", "comment"],
    data: {},
    tags: [],
    createdAt: "2025-11-04T10:12:32.115803+00:00",
    updatedAt: "2025-11-04T10:12:32.115807+00:00",
  },
  {
    ...project,
    id: "4f0e6b2ab8d511f19c4e0a58c3d27b32",
    version: 2,
    productId: "3f0e6b2ab8d511f19c4e0a58c3d27b21",
    taskId: "2f0e6b2ab8d511f19c4e0a58c3d27b11",
    thumbnailId: "af0e6b2ab8d511f19c4e0a58c3d27b91",
    author: "compositor_1",
    attrib: { fps: 24, frameStart: 1001, frameEnd: 1096, comment: "Warmer water", families: ["render", "review"] },
    ownAttrib: ["fps", "frameStart", "frameEnd", "comment", "families"],
    data: { thumbnailHash: "4c1d7a" },
    tags: ["for reel"],
    createdBy: "compositor_1",
    updatedBy: "producer",
    createdAt: "2025-11-06T15:02:44.118204+00:00",
    updatedAt: "2025-11-06T16:41:10.402611+00:00",
  },
  {
    ...project,
    ...byArtist,
    id: "4f0e6b2ab8d511f19c4e0a58c3d27b33",
    version: 1,
    productId: "3f0e6b2ab8d511f19c4e0a58c3d27b22",
    author: "compositor_1",
    attrib: {},
    ownAttrib: [],
    data: {},
    tags: [],
    createdAt: "2025-11-03T09:31:02.570716+00:00",
    updatedAt: "2025-11-03T09:31:02.570720+00:00",
  },
];

/** What each version is kept as: frames of the render, a mesh of the model. */
export const representations: readonly StoredRepresentation[] = [
  {
    ...project,
    ...byArtist,
    ...render(1, ["51d0a8c39e4f47b2860c1f5b7ad2e934", "a4e7180fd25b4c6c9d83b61e0c5f72a8"]),
    id: "5f0e6b2ab8d511f19c4e0a58c3d27b41",
    versionId: "4f0e6b2ab8d511f19c4e0a58c3d27b31",
    createdAt: "2025-11-04T10:12:33.002764+00:00",
    updatedAt: "2025-11-04T10:12:33.002768+00:00",
  },
  {
    ...project,
    ...byArtist,
    ...render(2, ["7d1c5a90e2b34f86a1d7c3e95b04f218", "02f9b6d48c1e4a73b5e0a8d61f3c97e5"]),
    id: "5f0e6b2ab8d511f19c4e0a58c3d27b42",
    versionId: "4f0e6b2ab8d511f19c4e0a58c3d27b32",
    createdAt: "2025-11-06T15:02:45.030911+00:00",
    updatedAt: "2025-11-06T15:02:45.030915+00:00",
  },
  {
    ...project,
    ...byArtist,
    id: "5f0e6b2ab8d511f19c4e0a58c3d27b43",
    name: "abc",
    versionId: "4f0e6b2ab8d511f19c4e0a58c3d27b33",
    files: [{ id: "d10e6b2ab8d511f19c4e0a58c3d27bc3", path: model, size: 0, hashType: "md5" }],
    traits: { "example.mesh.v1": { polygons: 18240 } },
    attrib: { path: model, extension: "abc" },
    ownAttrib: ["path", "extension"],
    data: {},
    tags: [],
    createdAt: "2025-11-03T09:31:02.771950+00:00",
    updatedAt: "2025-11-03T09:31:02.771954+00:00",
  },
];

/** What the frames of a version of the render are; the hashes stand in the order of the frames, from 1001. */
function render(
  version: number,
  hashes: readonly string[],
): Pick<StoredRepresentation, "name" | "files" | "attrib" | "ownAttrib" | "data" | "tags"> {
  const folder = `${published}/v00${version}`;
  const attrib = {
    fps: 24,
    frameStart: 1001,
    frameEnd: 1000 + hashes.length,
    path: `${folder}/hbr_sh010_renderMain_v00${version}.%04d.exr`,
    template: "{root[work]}/{project[name]}/{folder[path]}/publish/{product[name]}/{@version}/{@file}",
    extension: "exr",
  };
  const files = hashes.map((hash, index): RepresentationFile => {
    const name = `hbr_sh010_renderMain_v00${version}.${1001 + index}.exr`;
    const id = `d10e6b2ab8d511f19c4e0a58c3d27b${version === 2 ? "c" : "d"}${index + 1}`;
    return { id, name, path: `${folder}/${name}`, size: 4_718_592 + index * 3072, hash, hashType: "md5" };
  });
  const data = { context: { ext: "exr", version } };
  return { name: "exr", files, attrib, ownAttrib: Object.keys(attrib), data, tags: [] };
}
