import { inputs } from "../inputs.ts";
import { type Expected, json } from "./expected.ts";

/** The requests of shared variables and of custom environments. */
export const environments: Record<string, Expected> = {
  listSharedEnvVars: {
    call: (vc) => vc.sharedEnv.list(inputs.listSharedEnvVars),
    method: "GET",
    url:
      "/v1/env?teamId=team_1a79a4d60de6718e8e5b326e&search=port%20%26%20co" +
      "&projectId=prj_2Wf8kQx1YpR7mZt4vB9sLc3N" +
      "&ids=env_8Gm4pXc6RzT1wKs9Lb3Nd7Qv%2Cenv_2Vt9yLq5HsN8fBx4Jc6Wm1Rk" +
      "&exclude-ids=env_5Dn7kPw3ZxG9hRt2Mv8Cq4Fs&exclude_projectId=prj_7Hn3cVb5XqJ2dKs8wG6rTy1M",
  },
  createSharedEnvVars: {
    call: (vc) => vc.sharedEnv.create(inputs.createSharedEnvVars),
    method: "POST",
    url: "/v1/env?slug=acme",
    ...json({
      evs: [
        { key: "PORT_AUTHORITY", value: "Hamburg", comment: "Shown at the foot" },
        { key: "RADIO_CHANNEL", value: "14" },
      ],
      type: "encrypted",
      target: ["production", "preview"],
      projectId: ["prj_2Wf8kQx1YpR7mZt4vB9sLc3N"],
    }),
  },
  updateSharedEnvVars: {
    call: (vc) => vc.sharedEnv.updateMany(inputs.updateSharedEnvVars),
    method: "PATCH",
    url: "/v1/env?slug=acme",
    ...json({
      updates: {
        env_8Gm4pXc6RzT1wKs9Lb3Nd7Qv: {
          value: "Kiel",
          projectIdUpdates: { link: ["prj_7Hn3cVb5XqJ2dKs8wG6rTy1M"], unlink: [] },
        },
        env_2Vt9yLq5HsN8fBx4Jc6Wm1Rk: { type: "sensitive", projectId: [] },
      },
    }),
  },
  deleteSharedEnvVars: {
    call: (vc) => vc.sharedEnv.deleteMany(inputs.deleteSharedEnvVars),
    method: "DELETE",
    url: "/v1/env?teamId=team_1a79a4d60de6718e8e5b326e",
    ...json({ ids: ["env_8Gm4pXc6RzT1wKs9Lb3Nd7Qv"] }),
  },
  getSharedEnvVar: {
    call: (vc) => vc.sharedEnv.get(inputs.getSharedEnvVar),
    method: "GET",
    url: "/v1/env/env_8Gm4pXc6RzT1wKs9Lb3Nd7Qv?slug=acme",
  },
  unlinkSharedEnvVar: {
    call: (vc) => vc.sharedEnv.unlink(inputs.unlinkSharedEnvVar),
    method: "PATCH",
    url:
      "/v1/env/env_8Gm4pXc6RzT1wKs9Lb3Nd7Qv/unlink/prj_7Hn3cVb5XqJ2dKs8wG6rTy1M" +
      "?teamId=team_1a79a4d60de6718e8e5b326e",
  },
  listCustomEnvironments: {
    call: (vc) => vc.customEnvironments.list(inputs.listCustomEnvironments),
    method: "GET",
    url: "/v9/projects/harbour-site/custom-environments?slug=acme&gitBranch=release%2F%C3%A4%20%26%20co",
  },
  createCustomEnvironment: {
    call: (vc) => vc.customEnvironments.create(inputs.createCustomEnvironment),
    method: "POST",
    url: "/v9/projects/prj_2Wf8kQx1YpR7mZt4vB9sLc3N/custom-environments" + "?teamId=team_1a79a4d60de6718e8e5b326e",
    ...json({
      slug: "staging",
      description: "What the harbour master looks at first",
      branchMatcher: { type: "startsWith", pattern: "release/" },
      copyEnvVarsFrom: "preview",
    }),
  },
  getCustomEnvironment: {
    call: (vc) => vc.customEnvironments.get(inputs.getCustomEnvironment),
    method: "GET",
    url: "/v9/projects/harbour-site/custom-environments/tide%20%26%20co?slug=acme",
  },
  updateCustomEnvironment: {
    call: (vc) => vc.customEnvironments.update(inputs.updateCustomEnvironment),
    method: "PATCH",
    url: "/v9/projects/harbour-site/custom-environments/env_5Tq9wLx2Nc7Rb4Km?slug=acme",
    ...json({ slug: "dock", branchMatcher: null }),
  },
  deleteCustomEnvironment: {
    call: (vc) => vc.customEnvironments.delete(inputs.deleteCustomEnvironment),
    method: "DELETE",
    url: "/v9/projects/harbour-site/custom-environments/staging?slug=acme",
    ...json({ deleteUnassignedEnvironmentVariables: true }),
  },
};
