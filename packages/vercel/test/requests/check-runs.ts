import { inputs } from "../inputs.ts";
import { type Expected, json } from "./expected.ts";

/** The requests of check runs and of what deployments write. */
export const checkRuns: Record<string, Expected> = {
  listCheckRuns: {
    call: (vc) => vc.checkRuns.list(inputs.listCheckRuns),
    method: "GET",
    url: "/v2/deployments/dpl_4Rk9zTf2QwE7xUa5mNc8vBj3/check-runs?teamId=team_1a79a4d60de6718e8e5b326e",
  },
  createCheckRun: {
    call: (vc) => vc.checkRuns.create(inputs.createCheckRun),
    method: "POST",
    url: "/v2/deployments/dpl_4Rk9zTf2QwE7xUa5mNc8vBj3/check-runs?slug=acme",
    ...json({ checkId: "chk_5mWq8zRt2VxL9nKc" }),
  },
  getCheckRun: {
    call: (vc) => vc.checkRuns.get(inputs.getCheckRun),
    method: "GET",
    url:
      "/v2/deployments/dpl_4Rk9zTf2QwE7xUa5mNc8vBj3/check-runs/chr_7pQs3dFg6HjK1wZx" +
      "?teamId=team_1a79a4d60de6718e8e5b326e&slug=acme",
  },
  updateCheckRun: {
    call: (vc) => vc.checkRuns.update(inputs.updateCheckRun),
    method: "PATCH",
    url: "/v2/deployments/dpl_4Rk9zTf2QwE7xUa5mNc8vBj3/check-runs/chr%207",
    ...json({
      status: "completed",
      conclusion: "failed",
      conclusionText: "1 of 12 pages does not load",
      output: { broken: ["/tides"] },
      externalId: "run-4711",
      externalUrl: "https://pages.example.com/runs/4711",
      completedAt: 1793793655000,
    }),
  },
  // The recorder answers with JSON, which is no stream.
  streamRuntimeLogs: {
    call: (vc) => vc.runtimeLogs.stream.safe(inputs.streamRuntimeLogs),
    accept: "application/stream+json, application/x-ndjson",
    method: "GET",
    url:
      "/v1/projects/harbour-site/deployments/dpl_4Rk9zTf2QwE7xUa5mNc8vBj3/runtime-logs" +
      "?teamId=team_1a79a4d60de6718e8e5b326e",
  },
};
