import type { Inputs } from "./input-of.ts";

/** Inputs of deployments and their files. */
export const deployments: Pick<
  Inputs,
  | "createDeployment"
  | "listDeployments"
  | "getDeployment"
  | "deleteDeployment"
  | "cancelDeployment"
  | "listDeploymentEvents"
  | "listDeploymentFiles"
  | "getDeploymentFile"
  | "uploadFile"
> = {
  createDeployment: {
    teamId: "team_1a79a4d60de6718e8e5b326e",
    forceNew: "1",
    skipAutoDetectionConfirmation: "1",
    body: {
      name: "harbour-site",
      target: "production",
      files: [
        { file: "index.html", data: "<h1>Harbour</h1>", encoding: "utf-8" },
        { file: "src/tides.js", sha: "acaa19569690a0872c51bc1c49a320ecfb79355f", size: 41, mode: 33188 },
      ],
      gitMetadata: { commitRef: "main", dirty: true },
      projectSettings: { framework: "nextjs", buildCommand: null, nodeVersion: "22.x" },
      meta: { harbourRelease: "2026-11" },
      env: { TIDE_STATION: "north-quay" },
    },
  },
  listDeployments: {
    slug: "acme",
    projectIds: ["prj_2Wf8kQx1YpR7mZt4vB9sLc3N", "prj_7Hn3cVb5XqJ2dKs8wG6rTy1M"],
    target: "production",
    state: "BUILDING,READY",
    rollbackCandidate: true,
    since: 1793500000000,
    until: 1793800000000,
    limit: 100,
  },
  getDeployment: { idOrUrl: "harbour-site-4rk9ztf2q.example.app", withGitRepoInfo: "true" },
  deleteDeployment: { idOrUrl: "dpl_8Jm2yPd6WsC4hLx9aVt1qZn5", teamId: "team_1a79a4d60de6718e8e5b326e" },
  cancelDeployment: { id: "dpl_8Jm2yPd6WsC4hLx9aVt1qZn5" },
  listDeploymentEvents: {
    idOrUrl: "dpl_4Rk9zTf2QwE7xUa5mNc8vBj3",
    direction: "backward",
    limit: -1,
    name: "bld_3kd8wq2vz",
    statusCode: "5xx",
    delimiter: 1,
    builds: 1,
  },
  listDeploymentFiles: { id: "dpl_4Rk9zTf2QwE7xUa5mNc8vBj3" },
  getDeploymentFile: {
    id: "dpl_4Rk9zTf2QwE7xUa5mNc8vBj3",
    fileId: "4d259dd4c01c7d0d1d87e6c73fc6dc36b8363e86",
    path: "public/tide table.html",
  },
  uploadFile: {
    "x-vercel-digest": "2b7788807ce0d1fa72c2879d0d5c28acee52fab9",
    teamId: "team_1a79a4d60de6718e8e5b326e",
    body: new Blob(['{ "cleanUrls": true }\n'], { type: "application/octet-stream" }),
  },
};
