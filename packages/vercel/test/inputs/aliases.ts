import type { Inputs } from "./input-of.ts";

/** Inputs of aliases, and of what changes which deployment is in production. */
export const aliases: Pick<
  Inputs,
  | "listAliases"
  | "getAlias"
  | "deleteAlias"
  | "listDeploymentAliases"
  | "assignAlias"
  | "promoteDeployment"
  | "rollbackDeployment"
  | "listPromoteAliases"
  | "pauseProject"
  | "unpauseProject"
  | "updateProtectionBypass"
> = {
  listAliases: {
    teamId: "team_1a79a4d60de6718e8e5b326e",
    domain: ["harbour.example.com", "example.org"],
    projectId: "prj_2Wf8kQx1YpR7mZt4vB9sLc3N",
    rollbackDeploymentId: "dpl_4Rk9zTf2QwE7xUa5mNc8vBj3",
    from: 1793600000000,
    since: 1793620800000,
    until: 1793810000000,
    limit: 100,
  },
  getAlias: {
    idOrAlias: "harbour.example.com",
    slug: "acme",
    projectId: "prj_2Wf8kQx1YpR7mZt4vB9sLc3N",
    since: 1793620800000,
  },
  deleteAlias: { aliasId: "*.harbour.example.com", teamId: "team_1a79a4d60de6718e8e5b326e" },
  listDeploymentAliases: { id: "harbour-site-4rk9ztf2q.example.app" },
  assignAlias: {
    id: "dpl_4Rk9zTf2QwE7xUa5mNc8vBj3",
    slug: "acme",
    body: { alias: "pier.example.com", redirect: "harbour.example.com" },
  },
  promoteDeployment: {
    projectId: "prj_2Wf8kQx1YpR7mZt4vB9sLc3N",
    deploymentId: "dpl_8Jm2yPd6WsC4hLx9aVt1qZn5",
    teamId: "team_1a79a4d60de6718e8e5b326e",
  },
  rollbackDeployment: {
    projectId: "prj_2Wf8kQx1YpR7mZt4vB9sLc3N",
    deploymentId: "dpl_4Rk9zTf2QwE7xUa5mNc8vBj3",
    description: "Tides & times were wrong",
  },
  listPromoteAliases: {
    projectId: "prj_2Wf8kQx1YpR7mZt4vB9sLc3N",
    failedOnly: true,
    limit: 20,
    until: 1793810000000,
  },
  pauseProject: { projectId: "prj_2Wf8kQx1YpR7mZt4vB9sLc3N", slug: "acme" },
  unpauseProject: { projectId: "prj_2Wf8kQx1YpR7mZt4vB9sLc3N" },
  updateProtectionBypass: {
    idOrName: "harbour-site",
    teamId: "team_1a79a4d60de6718e8e5b326e",
    body: {
      generate: { secret: "NotARealSecretNotARealSecret1234", note: "End-to-end tests" },
      revoke: { secret: "AnOldSecretThatIsNotRealEither12", regenerate: false },
    },
  },
};
