import { account } from "../account.ts";
import type { PublishedSplat, Splat, SplatUpload } from "../entities.ts";

const viewer = "https://view.example.com";

/** The splats of the account: one to look at, one listed, one that failed. */
export const splats: readonly Splat[] = [
  {
    id: "l1ghth0u",
    title: "Lighthouse",
    description: "",
    status: "completed",
    visibility: "listed",
    format: "sog",
    size: 9_437_184,
    viewerUrl: `${viewer}/scene/l1ghth0u`,
    createdAt: "2025-10-20T09:15:00.000Z",
    updatedAt: "2025-10-21T07:00:12.350Z",
    completedAt: "2025-10-20T09:17:41.208Z",
  },
  {
    id: "b0athu11",
    title: "Boat hull",
    description: "",
    status: "failed",
    visibility: "unlisted",
    format: null,
    size: 0,
    viewerUrl: `${viewer}/scene/b0athu11`,
    createdAt: "2025-10-28T13:40:08.000Z",
    updatedAt: "2025-10-28T13:40:57.615Z",
    completedAt: null,
  },
  {
    id: "h4rb0ur7",
    title: "Harbour at noon",
    description: "The old pier, scanned from a boat.",
    status: "completed",
    visibility: "unlisted",
    format: "sog",
    size: 18_350_080,
    viewerUrl: `${viewer}/scene/h4rb0ur7`,
    createdAt: "2025-11-05T10:02:31.000Z",
    updatedAt: "2025-11-05T10:06:12.480Z",
    completedAt: "2025-11-05T10:06:12.480Z",
  },
];

/** The upload that the last of them came from. */
export const splatUploads: readonly SplatUpload[] = [
  {
    id: "upl_4f2a9c81d07b5e63a1c2d3e4",
    status: "completed",
    contentLength: 125_829_120,
    sourceFormat: "ply",
    title: "Harbour at noon",
    description: "The old pier, scanned from a boat.",
    softwareTools: ["harbour-tools"],
    partSize: 67_108_864,
    uploadedParts: [
      { partNumber: 1, etag: '"8d1f0b6ac2e94375"', size: 67_108_864 },
      { partNumber: 2, etag: '"27c4e9a05bf1d386"', size: 58_720_256 },
    ],
    expiresAt: "2025-11-06T09:58:04.000Z",
    offered: [1, 2],
    splatId: "h4rb0ur7",
  },
];

/** A splat of the older page. */
export const publishedSplats: readonly PublishedSplat[] = [
  {
    id: 8412,
    hash: "6fd03b7e",
    title: "Harbour at noon",
    description: "The old pier, scanned from a boat.",
    format: "sog",
    version: 0,
    currentVersion: 1,
    releaseNotes: null,
    hasThumbnails: true,
    size: 18_350_080,
    views: 3,
    comments: 0,
    starred: 1,
    featuredWeight: 0,
    listed: true,
    tags: [],
    task: { status: "complete", message: "" },
    url: `${viewer}/view?id=6fd03b7e`,
    userId: account.id,
    completedAt: "2025-11-04T15:11:40.052Z",
    createdAt: "2025-11-04T15:10:08.331Z",
    modifiedAt: "2025-11-04T15:11:40.052Z",
  },
];
