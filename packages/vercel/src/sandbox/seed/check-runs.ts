import type { Check, CheckRun } from "../check-runs/check-run.ts";
import { harbourSite } from "./projects.ts";
import { acme } from "./teams.ts";

const pagesLoad: Check = {
  id: "chk_5mWq8zRt2VxL9nKc",
  projectId: harbourSite.id,
  name: "Pages load",
  source: { kind: "webhook", webhookId: "hook_9tGb4nYh" },
  blocks: "none",
  requires: "deployment-url",
  targets: ["production"],
  timeout: 300_000,
};

/** The checks of every session: one, which a service runs that is told by webhook. */
export const checks: readonly Check[] = [pagesLoad];

const endedAt = Date.parse("2025-11-04T08:30:55Z");

/** The run that every session has: that of the production deployment. */
export const checkRuns: readonly CheckRun[] = [
  {
    id: "chr_7pQs3dFg6HjK1wZx",
    name: pagesLoad.name,
    checkId: pagesLoad.id,
    deploymentId: "dpl_4Rk9zTf2QwE7xUa5mNc8vBj3",
    projectId: harbourSite.id,
    ownerId: acme.id,
    status: "completed",
    conclusion: "succeeded",
    conclusionText: "12 pages load",
    output: { pages: 12, broken: [] },
    externalId: "run-4711",
    externalUrl: "https://pages.example.com/runs/4711",
    blocks: "none",
    requires: "deployment-url",
    targets: ["production"],
    source: pagesLoad.source,
    timeout: pagesLoad.timeout,
    createdAt: endedAt - 30_000,
    updatedAt: endedAt,
    completedAt: endedAt,
  },
];
