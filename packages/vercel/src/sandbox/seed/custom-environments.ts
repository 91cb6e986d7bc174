import type { CustomEnvironment } from "../entities.ts";
import { harbourSite } from "./projects.ts";

/** The custom environments of every session: one of `harbour-site`, for a branch, with nothing deployed to it. */
export const customEnvironments: readonly CustomEnvironment[] = [
  {
    id: "env_5Tq9wLx2Nc7Rb4Km",
    projectId: harbourSite.id,
    slug: "staging",
    type: "preview",
    description: "What the harbour master looks at first",
    branchMatcher: { type: "equals", pattern: "staging" },
    createdAt: Date.parse("2025-11-03T12:00:00Z"),
    updatedAt: Date.parse("2025-11-03T12:00:00Z"),
  },
];
