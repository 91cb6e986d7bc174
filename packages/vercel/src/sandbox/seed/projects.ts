import type { Project } from "../entities.ts";
import { acme, lighthouse } from "./teams.ts";
import { deckhand } from "./users.ts";

/** What the projects have in common. */
const usual = {
  nodeVersion: "24.x",
  serverlessFunctionRegion: "iad1",
  autoExposeSystemEnvs: true,
  autoAssignCustomDomains: true,
  directoryListing: false,
  gitForkProtection: true,
  gitLFS: false,
  sourceFilesOutsideRootDirectory: true,
  alias: [],
  resourceConfig: { functionDefaultRegions: ["iad1"] },
  defaultResourceConfig: { functionDefaultRegions: ["iad1"] },
  deploymentExpiration: {},
  ssoProtection: null,
  passwordProtection: null,
  gitComments: { onCommit: false, onPullRequest: true },
} satisfies Partial<Project>;

/** The team's project in production, connected to a repository. */
export const harbourSite: Project = {
  ...usual,
  id: "prj_2Wf8kQx1YpR7mZt4vB9sLc3N",
  name: "harbour-site",
  accountId: acme.id,
  framework: "nextjs",
  link: {
    type: "github",
    org: "acme",
    repo: "harbour-site",
    repoId: 814220,
    productionBranch: "main",
    gitCredentialId: "cred_7b1f4a8d3056e1b2",
    deployHooks: [],
    createdAt: Date.parse("2025-11-02T12:00:00Z"),
    updatedAt: Date.parse("2025-11-02T12:00:00Z"),
  },
  resourceConfig: { functionDefaultRegions: ["iad1"], functionDefaultTimeout: 300, fluid: true },
  defaultResourceConfig: { functionDefaultRegions: ["iad1"], fluid: true },
  deploymentExpiration: { expirationDays: 180, expirationDaysProduction: 365, deploymentsToKeep: 10 },
  ssoProtection: { deploymentType: "preview" },
  oidcTokenConfig: { enabled: true, issuerMode: "team" },
  createdAt: Date.parse("2025-11-02T12:00:00Z"),
  updatedAt: Date.parse("2025-11-04T13:00:00Z"),
};

/** The team's project that nothing was deployed to yet. */
export const tideTable: Project = {
  ...usual,
  id: "prj_7Hn3cVb5XqJ2dKs8wG6rTy1M",
  name: "tide-table",
  accountId: acme.id,
  framework: null,
  createdAt: Date.parse("2025-11-03T12:00:00Z"),
  updatedAt: Date.parse("2025-11-03T12:00:00Z"),
};

/** A project of the personal account, which a call without a team is about. */
export const deckLog: Project = {
  ...usual,
  id: "prj_4Pd6yNw9SbU1gLh3xC8mVz5K",
  name: "deck-log",
  accountId: deckhand.id,
  framework: "astro",
  createdAt: Date.parse("2025-11-03T18:00:00Z"),
  updatedAt: Date.parse("2025-11-03T18:00:00Z"),
};

/** A project of the team that the user is not in. */
export const lamp: Project = {
  ...usual,
  id: "prj_9Tj5rMk2FzA7vQe4nD1wXs8G",
  name: "lamp",
  accountId: lighthouse.id,
  framework: "vite",
  createdAt: Date.parse("2025-11-02T06:00:00Z"),
  updatedAt: Date.parse("2025-11-02T06:00:00Z"),
};

/** The projects of every session, in the order in which they were made. */
export const projects: readonly Project[] = [lamp, harbourSite, tideTable, deckLog];
