import { inputs } from "../inputs.ts";
import { type Expected, json } from "./expected.ts";

/** The requests of deployments and their files. */
export const deployments: Record<string, Expected> = {
  createDeployment: {
    call: (vc) => vc.deployments.create(inputs.createDeployment),
    method: "POST",
    url: "/v13/deployments?teamId=team_1a79a4d60de6718e8e5b326e&forceNew=1&skipAutoDetectionConfirmation=1",
    ...json({
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
    }),
  },
  listDeployments: {
    call: (vc) => vc.deployments.list(inputs.listDeployments),
    method: "GET",
    url:
      "/v7/deployments?slug=acme&projectIds=prj_2Wf8kQx1YpR7mZt4vB9sLc3N&projectIds=prj_7Hn3cVb5XqJ2dKs8wG6rTy1M" +
      "&target=production&state=BUILDING%2CREADY&rollbackCandidate=true&since=1793500000000&until=1793800000000&limit=100",
  },
  getDeployment: {
    call: (vc) => vc.deployments.get(inputs.getDeployment),
    method: "GET",
    url: "/v13/deployments/harbour-site-4rk9ztf2q.example.app?withGitRepoInfo=true",
  },
  deleteDeployment: {
    call: (vc) => vc.deployments.delete(inputs.deleteDeployment),
    method: "DELETE",
    url: "/v13/deployments/dpl_8Jm2yPd6WsC4hLx9aVt1qZn5?teamId=team_1a79a4d60de6718e8e5b326e",
  },
  cancelDeployment: {
    call: (vc) => vc.deployments.cancel(inputs.cancelDeployment),
    method: "PATCH",
    url: "/v12/deployments/dpl_8Jm2yPd6WsC4hLx9aVt1qZn5/cancel",
  },
  listDeploymentEvents: {
    call: (vc) => vc.deployments.listEvents(inputs.listDeploymentEvents),
    method: "GET",
    url:
      "/v3/deployments/dpl_4Rk9zTf2QwE7xUa5mNc8vBj3/events" +
      "?direction=backward&limit=-1&name=bld_3kd8wq2vz&statusCode=5xx&delimiter=1&builds=1",
  },
  listDeploymentFiles: {
    call: (vc) => vc.deployments.listFiles(inputs.listDeploymentFiles),
    method: "GET",
    url: "/v6/deployments/dpl_4Rk9zTf2QwE7xUa5mNc8vBj3/files",
  },
  getDeploymentFile: {
    call: (vc) => vc.deployments.getFile(inputs.getDeploymentFile),
    method: "GET",
    url:
      "/v8/deployments/dpl_4Rk9zTf2QwE7xUa5mNc8vBj3/files/4d259dd4c01c7d0d1d87e6c73fc6dc36b8363e86" +
      "?path=public%2Ftide%20table.html",
  },
  uploadFile: {
    call: (vc) => vc.files.upload(inputs.uploadFile),
    method: "POST",
    url: "/v2/files?teamId=team_1a79a4d60de6718e8e5b326e",
    headers: {
      "content-type": "application/octet-stream",
      "x-vercel-digest": "2b7788807ce0d1fa72c2879d0d5c28acee52fab9",
    },
    body: '{ "cleanUrls": true }\n',
  },
};
