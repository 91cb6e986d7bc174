import type { Inputs } from "./input-of.ts";

/** Inputs of check runs and of what deployments write. */
export const checkRuns: Pick<
  Inputs,
  "listCheckRuns" | "createCheckRun" | "getCheckRun" | "updateCheckRun" | "streamRuntimeLogs"
> = {
  listCheckRuns: { deploymentId: "dpl_4Rk9zTf2QwE7xUa5mNc8vBj3", teamId: "team_1a79a4d60de6718e8e5b326e" },
  createCheckRun: {
    deploymentId: "dpl_4Rk9zTf2QwE7xUa5mNc8vBj3",
    slug: "acme",
    body: { checkId: "chk_5mWq8zRt2VxL9nKc" },
  },
  getCheckRun: {
    deploymentId: "dpl_4Rk9zTf2QwE7xUa5mNc8vBj3",
    checkRunId: "chr_7pQs3dFg6HjK1wZx",
    teamId: "team_1a79a4d60de6718e8e5b326e",
    slug: "acme",
  },
  updateCheckRun: {
    deploymentId: "dpl_4Rk9zTf2QwE7xUa5mNc8vBj3",
    checkRunId: "chr 7",
    body: {
      status: "completed",
      conclusion: "failed",
      conclusionText: "1 of 12 pages does not load",
      output: { broken: ["/tides"] },
      externalId: "run-4711",
      externalUrl: "https://pages.example.com/runs/4711",
      completedAt: 1793793655000,
    },
  },
  streamRuntimeLogs: {
    projectId: "harbour-site",
    deploymentId: "dpl_4Rk9zTf2QwE7xUa5mNc8vBj3",
    teamId: "team_1a79a4d60de6718e8e5b326e",
  },
};
