import { inputs } from "../inputs.ts";
import { type Expected, json } from "./expected.ts";

const team = "team_1a79a4d60de6718e8e5b326e";
const lampkeeper = "5d7e2a90c41b8f3e6a0d9b42";

/** The requests of teams and their members, members of projects, and tokens. */
export const accounts: Record<string, Expected> = {
  createTeam: {
    call: (vc) => vc.teams.create(inputs.createTeam),
    method: "POST",
    url: "/v1/teams",
    ...json({ slug: "pilots", name: "Lotsen & Co" }),
  },
  updateTeam: {
    call: (vc) => vc.teams.update(inputs.updateTeam),
    method: "PATCH",
    url: "/v2/teams/acme?slug=acme",
    ...json({
      name: "Acme Harbour",
      avatar: null,
      saml: { enforced: true, roles: { g1: "OWNER", g2: { accessGroupId: "ag_1" } } },
      defaultDeploymentProtection: { ssoProtection: null },
      defaultExpirationSettings: { expiration: "6m" },
      nsnbConfig: "",
    }),
  },
  deleteTeam: {
    call: (vc) => vc.teams.delete(inputs.deleteTeam),
    method: "DELETE",
    url: `/v1/teams/${team}?slug=acme&newDefaultTeamId=team_9c2e7b1f4a8d3056e1b2c7f4`,
    ...json({ reasons: [{ slug: "not-needed", description: "The season is over" }] }),
  },
  listTeamMembers: {
    call: (vc) => vc.teamMembers.list(inputs.listTeamMembers),
    method: "GET",
    url:
      `/v3/teams/${team}/members?slug=acme&limit=50&since=1793491200000&until=1793797200000` +
      "&search=lamp%20%26%20co&role=DEVELOPER&excludeProject=prj_7Hn3cVb5XqJ2dKs8wG6rTy1M" +
      "&eligibleMembersForProjectId=prj_2Wf8kQx1YpR7mZt4vB9sLc3N",
  },
  inviteTeamMember: {
    call: (vc) => vc.teamMembers.invite(inputs.inviteTeamMember),
    method: "POST",
    url: "/v2/teams/acme/members?slug=acme",
    ...json([
      {
        email: "pilot@example.com",
        role: "CONTRIBUTOR",
        projects: [{ projectId: "prj_2Wf8kQx1YpR7mZt4vB9sLc3N", role: "PROJECT_GUEST" }],
      },
    ]),
  },
  updateTeamMember: {
    call: (vc) => vc.teamMembers.update(inputs.updateTeamMember),
    method: "PATCH",
    url: `/v1/teams/${team}/members/${lampkeeper}`,
    ...json({
      confirmed: true,
      role: "MEMBER",
      teamPermissions: ["CreateProject"],
      projects: [{ projectId: "prj_7Hn3cVb5XqJ2dKs8wG6rTy1M", role: null }],
      joinedFrom: { ssoUserId: null },
    }),
  },
  deleteTeamMember: {
    call: (vc) => vc.teamMembers.delete(inputs.deleteTeamMember),
    method: "DELETE",
    url: `/v1/teams/${team}/members/${lampkeeper}?newDefaultTeamId=team_9c2e7b1f4a8d3056e1b2c7f4`,
  },
  listProjectMembers: {
    call: (vc) => vc.projectMembers.list(inputs.listProjectMembers),
    method: "GET",
    url: `/v1/projects/harbour-site/members?teamId=${team}&limit=100&since=1793491200000&until=1793797200000&search=lamp`,
  },
  createProjectMember: {
    call: (vc) => vc.projectMembers.add(inputs.createProjectMember),
    method: "POST",
    url: "/v1/projects/tide-table/members?slug=acme",
    ...json({ username: "lampkeeper", role: "ADMIN" }),
  },
  deleteProjectMember: {
    call: (vc) => vc.projectMembers.delete(inputs.deleteProjectMember),
    method: "DELETE",
    url: `/v1/projects/harbour-site/members/${lampkeeper}?teamId=${team}`,
  },
  listTokens: { call: (vc) => vc.tokens.list(), method: "GET", url: "/v6/user/tokens" },
  createToken: {
    call: (vc) => vc.tokens.create(inputs.createToken),
    method: "POST",
    url: "/v3/user/tokens?slug=acme",
    ...json({ name: "Tides", expiresAt: 1796389200000, projectId: "prj_7Hn3cVb5XqJ2dKs8wG6rTy1M" }),
  },
  getToken: { call: (vc) => vc.tokens.get(inputs.getToken), method: "GET", url: "/v5/user/tokens/current" },
  deleteToken: {
    call: (vc) => vc.tokens.delete(inputs.deleteToken),
    method: "DELETE",
    url: "/v3/user/tokens/9f2c4e6a8b0d1f3a5c7e9b2d",
  },
};
