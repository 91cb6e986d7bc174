import { inputs } from "../inputs.ts";
import { type Expected, json } from "./expected.ts";

/** The requests of aliases, and of what changes which deployment is in production. */
export const aliases: Record<string, Expected> = {
  listAliases: {
    call: (vc) => vc.aliases.list(inputs.listAliases),
    method: "GET",
    url:
      "/v4/aliases?teamId=team_1a79a4d60de6718e8e5b326e&domain=harbour.example.com&domain=example.org" +
      "&projectId=prj_2Wf8kQx1YpR7mZt4vB9sLc3N&rollbackDeploymentId=dpl_4Rk9zTf2QwE7xUa5mNc8vBj3" +
      "&from=1793600000000&since=1793620800000&until=1793810000000&limit=100",
  },
  getAlias: {
    call: (vc) => vc.aliases.get(inputs.getAlias),
    method: "GET",
    url: "/v4/aliases/harbour.example.com?slug=acme&projectId=prj_2Wf8kQx1YpR7mZt4vB9sLc3N&since=1793620800000",
  },
  deleteAlias: {
    call: (vc) => vc.aliases.delete(inputs.deleteAlias),
    method: "DELETE",
    url: "/v2/aliases/*.harbour.example.com?teamId=team_1a79a4d60de6718e8e5b326e",
  },
  listDeploymentAliases: {
    call: (vc) => vc.aliases.listOfDeployment(inputs.listDeploymentAliases),
    method: "GET",
    url: "/v2/deployments/harbour-site-4rk9ztf2q.example.app/aliases",
  },
  assignAlias: {
    call: (vc) => vc.aliases.assign(inputs.assignAlias),
    method: "POST",
    url: "/v2/deployments/dpl_4Rk9zTf2QwE7xUa5mNc8vBj3/aliases?slug=acme",
    ...json({ alias: "pier.example.com", redirect: "harbour.example.com" }),
  },
  promoteDeployment: {
    call: (vc) => vc.projects.promote(inputs.promoteDeployment),
    accept: "*/*",
    method: "POST",
    url:
      "/v10/projects/prj_2Wf8kQx1YpR7mZt4vB9sLc3N/promote/dpl_8Jm2yPd6WsC4hLx9aVt1qZn5" +
      "?teamId=team_1a79a4d60de6718e8e5b326e",
  },
  rollbackDeployment: {
    call: (vc) => vc.projects.rollback(inputs.rollbackDeployment),
    accept: "*/*",
    method: "POST",
    url:
      "/v1/projects/prj_2Wf8kQx1YpR7mZt4vB9sLc3N/rollback/dpl_4Rk9zTf2QwE7xUa5mNc8vBj3" +
      "?description=Tides%20%26%20times%20were%20wrong",
  },
  listPromoteAliases: {
    call: (vc) => vc.projects.listPromoteAliases(inputs.listPromoteAliases),
    method: "GET",
    url: "/v1/projects/prj_2Wf8kQx1YpR7mZt4vB9sLc3N/promote/aliases" + "?failedOnly=true&until=1793810000000&limit=20",
  },
  pauseProject: {
    call: (vc) => vc.projects.pause(inputs.pauseProject),
    accept: "*/*",
    method: "POST",
    url: "/v1/projects/prj_2Wf8kQx1YpR7mZt4vB9sLc3N/pause?slug=acme",
  },
  unpauseProject: {
    call: (vc) => vc.projects.unpause(inputs.unpauseProject),
    accept: "*/*",
    method: "POST",
    url: "/v1/projects/prj_2Wf8kQx1YpR7mZt4vB9sLc3N/unpause",
  },
  updateProtectionBypass: {
    call: (vc) => vc.projects.updateProtectionBypass(inputs.updateProtectionBypass),
    method: "PATCH",
    url: "/v1/projects/harbour-site/protection-bypass?teamId=team_1a79a4d60de6718e8e5b326e",
    ...json({
      generate: { secret: "NotARealSecretNotARealSecret1234", note: "End-to-end tests" },
      revoke: { secret: "AnOldSecretThatIsNotRealEither12", regenerate: false },
    }),
  },
};
