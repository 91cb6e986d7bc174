import type { Inputs } from "./input-of.ts";

/** Inputs of domains, of projects and of accounts. */
export const domains: Pick<
  Inputs,
  | "listProjectDomains"
  | "createProjectDomain"
  | "getProjectDomain"
  | "updateProjectDomain"
  | "deleteProjectDomain"
  | "verifyProjectDomain"
  | "moveProjectDomain"
  | "listDomains"
  | "createDomain"
  | "getDomain"
  | "updateDomain"
  | "deleteDomain"
  | "getDomainConfig"
  | "getDomainVerification"
  | "claimDomain"
> = {
  listProjectDomains: {
    idOrName: "harbour-site",
    production: "true",
    redirects: "false",
    verified: "true",
    order: "ASC",
    limit: 100,
    until: 1793867700000,
    teamId: "team_1a79a4d60de6718e8e5b326e",
  },
  createProjectDomain: {
    idOrName: "prj_2Wf8kQx1YpR7mZt4vB9sLc3N",
    slug: "acme",
    body: { name: "www.harbour.example.com", redirect: "harbour.example.com", redirectStatusCode: 308 },
  },
  getProjectDomain: { idOrName: "harbour-site", domain: "*.harbour.example.com" },
  updateProjectDomain: {
    idOrName: "harbour-site",
    domain: "harbour.example.com",
    body: { gitBranch: "night-lights/ä & co", redirect: null, redirectStatusCode: null },
  },
  deleteProjectDomain: {
    idOrName: "harbour-site",
    domain: "harbour.example.com",
    body: { removeRedirects: true },
  },
  verifyProjectDomain: { idOrName: "tide-table", domain: "tides.example.org", slug: "acme" },
  moveProjectDomain: {
    idOrName: "harbour-site",
    domain: "harbour.example.com",
    body: { projectId: "prj_7Hn3cVb5XqJ2dKs8wG6rTy1M", gitBranch: null },
  },
  listDomains: { limit: 20, since: 1793779200000, teamId: "team_1a79a4d60de6718e8e5b326e" },
  createDomain: { body: { name: "example.org", method: "move-in", token: "move-in-token-of-example-org" } },
  getDomain: { domain: "example.com" },
  updateDomain: { domain: "example.com", body: { op: "move-out", destination: "tide-tables" } },
  deleteDomain: { domain: "example.org", slug: "acme" },
  getDomainConfig: { domain: "harbour.example.com", projectIdOrName: "harbour-site", strict: "true" },
  getDomainVerification: { domain: "example.org" },
  claimDomain: { domain: "example.org", teamId: "team_1a79a4d60de6718e8e5b326e" },
};
