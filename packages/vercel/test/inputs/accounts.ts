import type { Inputs } from "./input-of.ts";

const teamId = "team_1a79a4d60de6718e8e5b326e";
const uid = "5d7e2a90c41b8f3e6a0d9b42";

/** Inputs of teams and their members, members of projects, and tokens. */
export const accounts: Pick<
  Inputs,
  | "createTeam"
  | "updateTeam"
  | "deleteTeam"
  | "listTeamMembers"
  | "inviteTeamMember"
  | "updateTeamMember"
  | "deleteTeamMember"
  | "listProjectMembers"
  | "createProjectMember"
  | "deleteProjectMember"
  | "listTokens"
  | "createToken"
  | "getToken"
  | "deleteToken"
> = {
  createTeam: { body: { slug: "pilots", name: "Lotsen & Co" } },
  updateTeam: {
    teamId: "acme",
    slug: "acme",
    body: {
      name: "Acme Harbour",
      avatar: null,
      saml: { enforced: true, roles: { g1: "OWNER", g2: { accessGroupId: "ag_1" } } },
      defaultDeploymentProtection: { ssoProtection: null },
      defaultExpirationSettings: { expiration: "6m" },
      nsnbConfig: "",
    },
  },
  deleteTeam: {
    teamId,
    slug: "acme",
    newDefaultTeamId: "team_9c2e7b1f4a8d3056e1b2c7f4",
    body: { reasons: [{ slug: "not-needed", description: "The season is over" }] },
  },
  listTeamMembers: {
    teamId,
    slug: "acme",
    limit: 50,
    since: 1793491200000,
    until: 1793797200000,
    search: "lamp & co",
    role: "DEVELOPER",
    excludeProject: "prj_7Hn3cVb5XqJ2dKs8wG6rTy1M",
    eligibleMembersForProjectId: "prj_2Wf8kQx1YpR7mZt4vB9sLc3N",
  },
  inviteTeamMember: {
    teamId: "acme",
    slug: "acme",
    body: [
      {
        email: "pilot@example.com",
        role: "CONTRIBUTOR",
        projects: [{ projectId: "prj_2Wf8kQx1YpR7mZt4vB9sLc3N", role: "PROJECT_GUEST" }],
      },
    ],
  },
  updateTeamMember: {
    teamId,
    uid,
    body: {
      confirmed: true,
      role: "MEMBER",
      teamPermissions: ["CreateProject"],
      projects: [{ projectId: "prj_7Hn3cVb5XqJ2dKs8wG6rTy1M", role: null }],
      joinedFrom: { ssoUserId: null },
    },
  },
  deleteTeamMember: { teamId, uid, newDefaultTeamId: "team_9c2e7b1f4a8d3056e1b2c7f4" },
  listProjectMembers: {
    idOrName: "harbour-site",
    teamId,
    limit: 100,
    since: 1793491200000,
    until: 1793797200000,
    search: "lamp",
  },
  createProjectMember: { idOrName: "tide-table", slug: "acme", body: { username: "lampkeeper", role: "ADMIN" } },
  deleteProjectMember: { idOrName: "harbour-site", uid, teamId },
  listTokens: undefined,
  createToken: {
    slug: "acme",
    body: { name: "Tides", expiresAt: 1796389200000, projectId: "prj_7Hn3cVb5XqJ2dKs8wG6rTy1M" },
  },
  getToken: { tokenId: "current" },
  deleteToken: { tokenId: "9f2c4e6a8b0d1f3a5c7e9b2d" },
};
