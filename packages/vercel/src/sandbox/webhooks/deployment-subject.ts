import type { Store, WebhookEvent } from "@fairlead/sandbox";
import type { StoredDeployment } from "../deployments/deployment.ts";
import { automaticHosts, chosenHosts, hostOf, inspectorUrlOf } from "../deployments/hosts.ts";
import { slugOf } from "../deployments/serve.ts";
import type { Project } from "../entities.ts";
import type { EventSubject, MakeSubject } from "./event-subject.ts";

/** What became of a deployment. */
export const deploymentSubject: MakeSubject = ({ entity }, store) =>
  subjectOf(store, entity as unknown as StoredDeployment);

/** A new deployment, with the hosts that it is to get. */
export const newDeploymentSubject: MakeSubject = ({ entity }, store) => {
  const deployment = entity as unknown as StoredDeployment;
  const slug = slugOf(store, deployment.accountId);
  const alias = [...automaticHosts(deployment, slug), ...chosenHosts(store, deployment)];
  const subject = subjectOf(store, deployment);
  return { ...subject, payload: { alias: [...new Set(alias)], ...subject.payload } };
};

/** A deployment that serves production: by itself when it is ready, or because somebody asked for it. */
export const promotedSubject: MakeSubject = (event, store) => {
  if (event.type === "Project") return requested(event, store, "promote");
  const deployment = event.entity as unknown as StoredDeployment;
  const request = (store.get("Project", deployment.projectId) as Project | undefined)?.lastAliasRequest;
  // The request has an event of its own.
  const isRequested = request?.toDeploymentId === deployment.id && request.requestedAt === event.at;
  return isRequested ? undefined : subjectOf(store, deployment);
};

/** A project that went back to an earlier deployment. */
export const rollbackSubject: MakeSubject = ({ entity }) => {
  const project = entity as unknown as Project;
  const { fromDeploymentId, toDeploymentId, type } = project.lastAliasRequest ?? {};
  if (type !== "rollback" || typeof fromDeploymentId !== "string") return undefined;
  const { id, accountId } = project;
  return { accountId, projectIds: [id], payload: { project: { id }, fromDeploymentId, toDeploymentId } };
};

function requested({ entity }: WebhookEvent, store: Store, wanted: string): EventSubject | undefined {
  const { toDeploymentId, type } = (entity as unknown as Project).lastAliasRequest ?? {};
  if (type !== wanted || toDeploymentId === undefined) return undefined;
  const deployment = store.get("Deployment", toDeploymentId) as StoredDeployment | undefined;
  return deployment && subjectOf(store, deployment);
}

function subjectOf(store: Store, deployment: StoredDeployment): EventSubject {
  const { id, name, projectId, accountId, meta, target, creator } = deployment;
  const page = deployment.inspectorUrl ?? inspectorUrlOf(deployment, slugOf(store, accountId));
  const { plan = "hobby", regions = [], createdIn } = deployment;
  return {
    accountId,
    projectIds: [projectId],
    ...(typeof createdIn === "string" && { region: createdIn }),
    userId: creator.uid,
    payload: {
      deployment: { id, meta, url: deployment.url ?? hostOf(deployment), name },
      links: { deployment: page, project: page.replace(/\/[^/]*$/, "") },
      target,
      project: { id: projectId },
      plan,
      regions,
    },
  };
}
