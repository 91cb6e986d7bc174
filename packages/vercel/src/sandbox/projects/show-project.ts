import type { Random, Store } from "@fairlead/sandbox";
import type { components } from "../../generated/schema.ts";
import { aliasAt } from "../aliases/stored-alias.ts";
import { showCustomEnvironment } from "../custom-environments/show-custom-environment.ts";
import { currentProduction } from "../deployments/current-production.ts";
import { type StoredDeployment, stateOf } from "../deployments/deployment.ts";
import { hasReached, timelineOf } from "../deployments/timeline.ts";
import type { CustomEnvironment, EnvVar, Project, User } from "../entities.ts";
import { showEnvVar } from "../env/show-env-var.ts";

type Schemas = components["schemas"];
type ProjectDeployment = NonNullable<Project["latestDeployments"]>[number];
type ProjectAlias = Project["alias"][number];

/** What it takes to bring a project together. */
export interface Showing {
  readonly store: Store;
  readonly random: Random;
}

/** Deployments that a project shows as its newest; how many the server gives is not known. */
const newest = 10;

/** A project as an answer has it: with its variables, its addresses and its deployments as they are now. */
export function showProject(showing: Showing, project: Project): Project {
  const { store } = showing;
  const where = { projectId: project.id };
  const deployments = (store.list("Deployment", where) as readonly StoredDeployment[]).toSorted(
    (a, b) => b.createdAt - a.createdAt,
  );
  const targets = targetsOf(store, project.id, deployments);
  const domains = store.list("ProjectDomain", { ...where, verified: true }) as readonly Schemas["ProjectDomain"][];
  const alias = domains.map((domain) => aliasOf(store, domain, deployments));
  return {
    ...project,
    live: targets.production !== undefined && alias.some(({ environment }) => environment === "production"),
    alias,
    targets,
    latestDeployments: deployments.slice(0, newest).map((one) => summaryOf(store, one)),
    customEnvironments: (store.list("CustomEnvironment", where) as readonly CustomEnvironment[]).map((one) =>
      showCustomEnvironment(store, one),
    ),
    env: (store.list("EnvVar", where) as readonly EnvVar[]).map((one) => showEnvVar(showing, one)),
  };
}

/** What production shows, and the newest deployment that is served in each further environment, by its name. */
function targetsOf(
  store: Store,
  projectId: string,
  deployments: readonly StoredDeployment[],
): Record<string, ProjectDeployment> {
  const production = currentProduction(store, projectId);
  const targets: Record<string, ProjectDeployment> = production ? { production: summaryOf(store, production) } : {};
  for (const deployment of deployments) {
    const { target } = deployment;
    if (target && target !== "production" && isReady(deployment) && !Object.hasOwn(targets, target))
      targets[target] = summaryOf(store, deployment);
  }
  return targets;
}

/** An address of a project, with the deployment that it leads to; none where it redirects or nothing is there yet. */
function aliasOf(
  store: Store,
  domain: Schemas["ProjectDomain"],
  deployments: readonly StoredDeployment[],
): ProjectAlias {
  const { name, gitBranch = null, redirect = null, redirectStatusCode = null, createdAt = null } = domain;
  const isProduction = gitBranch === null && !domain.customEnvironmentId;
  const led = aliasAt(store, name);
  const shown = led?.redirect === null ? deployments.find(({ id }) => id === led.deploymentId) : undefined;
  return {
    domain: name,
    environment: isProduction ? "production" : "preview",
    target: isProduction ? "PRODUCTION" : "PREVIEW",
    gitBranch,
    redirect,
    redirectStatusCode,
    deployment: redirect === null && shown !== undefined ? summaryOf(store, shown) : null,
    createdAt,
  };
}

function isReady(deployment: StoredDeployment): boolean {
  return stateOf(deployment) === "READY";
}

function summaryOf(store: Store, deployment: StoredDeployment): ProjectDeployment {
  const { id, name, url = "", readySubstate, target, alias, aliasAssigned, meta, createdAt, ownerId } = deployment;
  const { uid } = deployment.creator;
  const { buildingAt, endedAt } = timelineOf(deployment);
  const creator = store.get("User", uid) as User | undefined;
  return {
    id,
    name,
    url,
    deploymentHostname: url.replace(/\..*$/, ""),
    type: "LAMBDAS",
    plan: typeof deployment.plan === "string" ? deployment.plan : "hobby",
    private: target !== "production",
    readyState: stateOf(deployment),
    ...(readySubstate !== undefined && { readySubstate }),
    target,
    alias: [...alias],
    aliasAssigned: aliasAssigned === false ? null : aliasAssigned,
    aliasError: null,
    creator: creator === undefined ? null : { uid, email: creator.email, username: creator.username },
    meta,
    teamId: ownerId.startsWith("team_") ? ownerId : null,
    userId: uid,
    createdIn: "iad1",
    createdAt,
    ...(hasReached(deployment, "BUILDING") && { buildingAt }),
    ...(isReady(deployment) && endedAt !== undefined && { readyAt: endedAt }),
  };
}
