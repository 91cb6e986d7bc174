import type { Inputs } from "./input-of.ts";

/** Inputs of shared variables and of custom environments. */
export const environments: Pick<
  Inputs,
  | "listSharedEnvVars"
  | "createSharedEnvVars"
  | "updateSharedEnvVars"
  | "deleteSharedEnvVars"
  | "getSharedEnvVar"
  | "unlinkSharedEnvVar"
  | "listCustomEnvironments"
  | "createCustomEnvironment"
  | "getCustomEnvironment"
  | "updateCustomEnvironment"
  | "deleteCustomEnvironment"
> = {
  listSharedEnvVars: {
    teamId: "team_1a79a4d60de6718e8e5b326e",
    search: "port & co",
    projectId: "prj_2Wf8kQx1YpR7mZt4vB9sLc3N",
    ids: "env_8Gm4pXc6RzT1wKs9Lb3Nd7Qv,env_2Vt9yLq5HsN8fBx4Jc6Wm1Rk",
    "exclude-ids": "env_5Dn7kPw3ZxG9hRt2Mv8Cq4Fs",
    exclude_projectId: "prj_7Hn3cVb5XqJ2dKs8wG6rTy1M",
  },
  createSharedEnvVars: {
    slug: "acme",
    body: {
      evs: [
        { key: "PORT_AUTHORITY", value: "Hamburg", comment: "Shown at the foot" },
        { key: "RADIO_CHANNEL", value: "14" },
      ],
      type: "encrypted",
      target: ["production", "preview"],
      projectId: ["prj_2Wf8kQx1YpR7mZt4vB9sLc3N"],
    },
  },
  updateSharedEnvVars: {
    slug: "acme",
    body: {
      updates: {
        env_8Gm4pXc6RzT1wKs9Lb3Nd7Qv: {
          value: "Kiel",
          projectIdUpdates: { link: ["prj_7Hn3cVb5XqJ2dKs8wG6rTy1M"], unlink: [] },
        },
        env_2Vt9yLq5HsN8fBx4Jc6Wm1Rk: { type: "sensitive", projectId: [] },
      },
    },
  },
  deleteSharedEnvVars: { teamId: "team_1a79a4d60de6718e8e5b326e", body: { ids: ["env_8Gm4pXc6RzT1wKs9Lb3Nd7Qv"] } },
  getSharedEnvVar: { id: "env_8Gm4pXc6RzT1wKs9Lb3Nd7Qv", slug: "acme" },
  unlinkSharedEnvVar: {
    id: "env_8Gm4pXc6RzT1wKs9Lb3Nd7Qv",
    projectId: "prj_7Hn3cVb5XqJ2dKs8wG6rTy1M",
    teamId: "team_1a79a4d60de6718e8e5b326e",
  },
  listCustomEnvironments: { idOrName: "harbour-site", slug: "acme", gitBranch: "release/ä & co" },
  createCustomEnvironment: {
    idOrName: "prj_2Wf8kQx1YpR7mZt4vB9sLc3N",
    teamId: "team_1a79a4d60de6718e8e5b326e",
    body: {
      slug: "staging",
      description: "What the harbour master looks at first",
      branchMatcher: { type: "startsWith", pattern: "release/" },
      copyEnvVarsFrom: "preview",
    },
  },
  getCustomEnvironment: { idOrName: "harbour-site", environmentSlugOrId: "tide & co", slug: "acme" },
  updateCustomEnvironment: {
    idOrName: "harbour-site",
    environmentSlugOrId: "env_5Tq9wLx2Nc7Rb4Km",
    slug: "acme",
    body: { slug: "dock", branchMatcher: null },
  },
  deleteCustomEnvironment: {
    idOrName: "harbour-site",
    environmentSlugOrId: "staging",
    slug: "acme",
    body: { deleteUnassignedEnvironmentVariables: true },
  },
};
