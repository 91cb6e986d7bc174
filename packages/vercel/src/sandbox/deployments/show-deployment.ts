import type { Store } from "@fairlead/sandbox";
import type { Account } from "../account.ts";
import type { Project } from "../entities.ts";
import { isRollbackCandidate } from "./current-production.ts";
import { type StoredDeployment, stateOf } from "./deployment.ts";
import { shownEnvironment } from "./environment-of.ts";
import { hasReached, timelineOf } from "./timeline.ts";

/** A deployment as its own answers show it; members that only the sandbox needs are dropped on the way out. */
export function showDeployment(
  store: Store,
  { team }: Pick<Account, "team">,
  deployment: StoredDeployment,
): Readonly<Record<string, unknown>> {
  const { canceledAt: _canceledAt, errorMessage: _errorMessage, creator, ...stored } = deployment;
  const { email: _email, ...shownCreator } = creator;
  const state = stateOf(deployment);
  const { bootedAt, buildingAt } = timelineOf(deployment);
  const project = store.get("Project", deployment.projectId) as Project | undefined;
  const { nodeVersion } = deployment.projectSettings;
  return {
    ...stored,
    readyState: state,
    status: state,
    // Lists have the time; the vendor's SDK refuses one here.
    aliasAssigned: deployment.aliasAssigned !== false,
    creator: shownCreator,
    bootedAt,
    buildingAt,
    ...endOf(deployment),
    ...shownEnvironment(store, deployment),
    ...(project && { project: { id: project.id, name: project.name, framework: project.framework ?? null } }),
    ...(team && {
      team: { id: team.id, name: team.name, slug: team.slug, ...(team.avatar && { avatar: team.avatar }) },
    }),
    ...(typeof nodeVersion === "string" && { nodeVersion }),
  };
}

/** A deployment as lists show it; projects show their newest ones so too. */
export function summarizeDeployment(store: Store, deployment: StoredDeployment): Readonly<Record<string, unknown>> {
  const { id, createdAt, creator, aliasAssigned } = deployment;
  const state = stateOf(deployment);
  const { buildingAt } = timelineOf(deployment);
  const { name, projectId, url = null, readySubstate, target, source, meta, inspectorUrl = null } = deployment;
  const { aliasError, projectSettings } = deployment;
  const { buildErrorAt: _buildErrorAt, canceledAt: _canceledAt, ...end } = endOf(deployment);
  return {
    uid: id,
    name,
    projectId,
    url,
    created: createdAt,
    createdAt,
    ...(hasReached(deployment, "BUILDING") && { buildingAt }),
    ...end,
    readyState: state,
    state,
    ...(readySubstate !== undefined && { readySubstate }),
    type: "LAMBDAS",
    target,
    ...shownEnvironment(store, deployment),
    source,
    creator,
    meta,
    inspectorUrl,
    aliasAssigned: aliasAssigned === false ? null : aliasAssigned,
    aliasError: aliasError ?? null,
    isRollbackCandidate: isRollbackCandidate(store, deployment),
    projectSettings,
  };
}

/** What tells how a deployment ended. */
function endOf(deployment: StoredDeployment): Readonly<Record<string, unknown>> {
  const { endedAt, errorMessage } = deployment;
  switch (stateOf(deployment)) {
    case "READY":
      return { ready: endedAt };
    case "CANCELED":
      return { canceledAt: deployment.canceledAt ?? endedAt };
    case "ERROR":
      return { errorCode: "BUILD_FAILED", errorMessage, errorStep: "buildStep", buildErrorAt: endedAt };
    case "BLOCKED":
      return { readyStateReason: "The team has no seat for whoever made the commit" };
    default:
      return {};
  }
}
