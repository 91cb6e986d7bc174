import type { EnvVar } from "../entities.ts";
import { deckLog, harbourSite } from "./projects.ts";
import { deckhand } from "./users.ts";

const common = {
  configurationId: null,
  securityIssues: [],
  createdBy: deckhand.id,
  updatedBy: null,
} satisfies Partial<EnvVar>;

/** The variables of every session, one of each kind in `harbour-site`. Their values are as fictional as the rest. */
export const envVars: readonly EnvVar[] = [
  {
    ...common,
    id: "Xk4mQ9rT2vLb7sNw",
    projectId: harbourSite.id,
    key: "HARBOUR_CITY",
    value: "Hamburg",
    type: "plain",
    target: ["production", "preview"],
    comment: "Shown in the title",
    updatedBy: deckhand.id,
    createdAt: Date.parse("2025-11-02T12:00:00Z"),
    updatedAt: Date.parse("2025-11-04T13:00:00Z"),
  },
  {
    ...common,
    id: "Pz8wC3nH6yJd1fRk",
    projectId: harbourSite.id,
    key: "TIDE_API_KEY",
    value: "not-a-real-key",
    type: "encrypted",
    target: ["preview"],
    gitBranch: "tides",
    createdAt: Date.parse("2025-11-03T12:00:00Z"),
    updatedAt: Date.parse("2025-11-03T12:00:00Z"),
  },
  {
    ...common,
    id: "Bt5gV7xM2qSe9aLu",
    projectId: harbourSite.id,
    key: "TIDE_PASSWORD",
    value: "not-a-real-password",
    type: "sensitive",
    visibility: "secret",
    target: ["production"],
    createdAt: Date.parse("2025-11-04T12:00:00Z"),
    updatedAt: Date.parse("2025-11-04T12:00:00Z"),
  },
  {
    ...common,
    id: "Wn2jK8fD5hYp3cGz",
    projectId: deckLog.id,
    key: "LOG_LEVEL",
    value: "debug",
    type: "encrypted",
    target: ["development"],
    createdAt: Date.parse("2025-11-03T18:00:00Z"),
    updatedAt: Date.parse("2025-11-03T18:00:00Z"),
  },
];
