import type { StoredDeployment } from "../deployments/deployment.ts";
import type { StoredDeploymentFile } from "../files/deployment-file.ts";
import { harbourSite, lamp } from "./projects.ts";
import { acme, lighthouse } from "./teams.ts";
import { deckhand } from "./users.ts";

const settings = {
  framework: "nextjs",
  buildCommand: null,
  devCommand: null,
  installCommand: null,
  outputDirectory: null,
  rootDirectory: null,
  commandForIgnoringBuildStep: null,
  nodeVersion: "24.x",
};

const usual = {
  name: harbourSite.name,
  projectId: harbourSite.id,
  ownerId: acme.id,
  accountId: acme.id,
  plan: "pro",
  creator: { uid: deckhand.id, username: deckhand.username, email: deckhand.email, type: "user" },
  regions: ["iad1"],
  projectSettings: settings,
  env: [],
  build: { env: [] },
  alias: [],
  automaticAliases: [],
  userAliases: [],
};

const tides = "3f786850e387550fdab836ed7e6dc881de23001b";

/** The deployments of every session: a failed one, production, a preview of a branch, and one of the other team. */
export function makeDeployments(files: readonly StoredDeploymentFile[]): readonly StoredDeployment[] {
  const other = { username: "keeper", email: "keeper@example.com", type: "user", uid: lighthouse.creatorId };
  return [
    {
      ...usual,
      id: "dpl_5Vt8wKe3RyH6bNj1cXq9uLm4",
      name: lamp.name,
      projectId: lamp.id,
      ownerId: lighthouse.id,
      accountId: lighthouse.id,
      plan: "hobby",
      url: "lamp-5vt8wke3r.example.app",
      inspectorUrl: "https://inspect.example.com/lighthouse/lamp/5Vt8wKe3RyH6bNj1cXq9uLm4",
      creator: other,
      ...ended("READY", "2025-11-02T09:00:00Z", "production", ["lamp.example.app"], ["lamp.example.org"]),
      source: "cli",
      meta: {},
      buildId: "bld_5rt7kwq1m",
      files: [],
    },
    {
      ...usual,
      id: "dpl_2Gh6sLw9PdX4kVb7nTr3yCf8",
      url: "harbour-site-2gh6slw9p.example.app",
      inspectorUrl: "https://inspect.example.com/acme/harbour-site/2Gh6sLw9PdX4kVb7nTr3yCf8",
      ...ended("ERROR", "2025-11-02T12:10:00Z", "production"),
      errorMessage: 'Command "next build" exited with 1',
      source: "cli",
      meta: {},
      projectSettings: { ...settings, buildCommand: "next build" },
      buildId: "bld_8wq2vz3kd",
      files: files.filter(({ file }) => file !== "index.html"),
    },
    {
      ...usual,
      id: "dpl_4Rk9zTf2QwE7xUa5mNc8vBj3",
      url: "harbour-site-4rk9ztf2q.example.app",
      inspectorUrl: "https://inspect.example.com/acme/harbour-site/4Rk9zTf2QwE7xUa5mNc8vBj3",
      ...ended("READY", "2025-11-04T08:30:00Z", "production", ["harbour-site.example.app"], ["harbour.example.com"]),
      source: "cli",
      meta: { harbourRelease: "2025-11" },
      checksState: "completed",
      checksConclusion: "succeeded",
      env: ["TIDE_STATION"],
      build: { env: ["TIDE_YEAR"] },
      buildId: "bld_3kd8wq2vz",
      files,
    },
    {
      ...usual,
      id: "dpl_8Jm2yPd6WsC4hLx9aVt1qZn5",
      url: "harbour-site-8jm2ypd6w.example.app",
      inspectorUrl: "https://inspect.example.com/acme/harbour-site/8Jm2yPd6WsC4hLx9aVt1qZn5",
      ...ended("READY", "2025-11-05T08:30:00Z", null, ["harbour-site-git-tides-acme.example.app"]),
      source: "git",
      meta: { githubCommitRef: "tides", githubCommitSha: tides },
      gitSource: { type: "github", org: "acme", repo: "harbour-site", repoId: 814220, ref: "tides", sha: tides },
      branch: "tides",
      commit: tides,
      buildId: "bld_6mz4trx9p",
    },
  ];
}

/** The members that tell how a deployment came to its end, which took it 22 seconds. */
function ended(
  readyState: "READY" | "ERROR",
  created: string,
  target: string | null,
  automaticAliases: readonly string[] = [],
  userAliases: readonly string[] = [],
) {
  const createdAt = Date.parse(created);
  const endedAt = createdAt + 22_000;
  const isReady = readyState === "READY";
  return {
    readyState,
    target,
    createdAt,
    buildingAt: createdAt + 2000,
    endedAt,
    aliasAssigned: isReady && endedAt,
    ...(isReady && { ready: endedAt, automaticAliases, userAliases, alias: [...automaticAliases, ...userAliases] }),
    ...(isReady && target === "production" && { readySubstate: "PROMOTED" }),
    // Nothing that is deployed later is similar: what these were made with is not known in full.
    likeness: `of the seed, ${created}`,
  } as const;
}
