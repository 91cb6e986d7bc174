import type { Random, Store } from "@fairlead/sandbox";
import type { components } from "../../generated/schema.ts";
import { type StoredDeployment, stateOf } from "../deployments/deployment.ts";
import { hasReached, timelineOf } from "../deployments/timeline.ts";
import type { EnvVar, Project, User } from "../entities.ts";
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
  const targets = targetsOf(store, deployments);
  const domains = store.list("ProjectDomain", { ...where, verified: true }) as readonly Schemas["ProjectDomain"][];
  const alias = domains.map((domain) => aliasOf(store, domain, deployments, targets.production ?? null));
  return {
    ...project,
    live: targets.production !== undefined && alias.some(({ environment }) => environment === "production"),
    alias,
    targets,
    latestDeployments: deployments.slice(0, newest).map((one) => summaryOf(store, one)),
    env: (store.list("EnvVar", where) as readonly EnvVar[]).map((one) => showEnvVar(showing, one)),
  };
}

/** The newest deployment that is served in each environment but preview, by its name. */
function targetsOf(store: Store, deployments: readonly StoredDeployment[]): Record<string, ProjectDeployment> {
  const targets: Record<string, ProjectDeployment> = {};
  for (const deployment of deployments) {
    const { target, readySubstate } = deployment;
    if (target && isReady(deployment) && readySubstate !== "STAGED" && !Object.hasOwn(targets, target))
      targets[target] = summaryOf(store, deployment);
  }
  return targets;
}

/** An address of a project, with what it shows: the newest of its branch, or production; nothing where it redirects. */
function aliasOf(
  store: Store,
  domain: Schemas["ProjectDomain"],
  deployments: readonly StoredDeployment[],
  production: ProjectDeployment | null,
): ProjectAlias {
  const { name, gitBranch = null, redirect = null, redirectStatusCode = null, createdAt = null } = domain;
  const ofBranch = deployments.find(
    (one) => gitBranch !== null && one.branch === gitBranch && one.target !== "production" && isReady(one),
  );
  const preview = ofBranch === undefined ? null : summaryOf(store, ofBranch);
  const shown = gitBranch === null ? production : preview;
  return {
    domain: name,
    environment: gitBranch === null ? "production" : "preview",
    target: gitBranch === null ? "PRODUCTION" : "PREVIEW",
    gitBranch,
    redirect,
    redirectStatusCode,
    deployment: redirect === null ? shown : null,
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
