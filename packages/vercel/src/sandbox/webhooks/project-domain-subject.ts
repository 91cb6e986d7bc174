import { isHosted } from "../domains/domain-name.ts";
import type { StoredProjectDomain } from "../domains/stored-domain.ts";
import { type MakeSubject, ownerOf } from "./event-subject.ts";

/** What became of a domain of a project. */
export const projectDomainSubject: MakeSubject = ({ entity, name: event }, store) => {
  const domain = entity as unknown as StoredProjectDomain;
  const { name, projectId } = domain;
  const accountId = ownerOf(store, projectId);
  if (accountId === undefined) return undefined;
  const classification = event === "project.domain.unverified" ? {} : { classification: classify(domain) };
  return {
    accountId,
    projectIds: [projectId],
    payload: { project: { id: projectId }, domain: { name, ...classification } },
  };
};

/** What a domain showed and what it shows. */
export const domainUpdateSubject: MakeSubject = ({ entity, before }, store) => {
  const domain = entity as unknown as StoredProjectDomain;
  const { projectId } = domain;
  const accountId = ownerOf(store, projectId);
  if (accountId === undefined || before === undefined) return undefined;
  const previous = stateOf(before as unknown as StoredProjectDomain);
  return {
    accountId,
    projectIds: [projectId],
    payload: { project: { id: projectId }, previous, next: stateOf(domain) },
  };
};

/** A domain that went to another project. */
export const domainMoveSubject: MakeSubject = ({ entity, before }, store) => {
  const { name, projectId, redirect } = entity as unknown as StoredProjectDomain;
  const accountId = ownerOf(store, projectId);
  if (accountId === undefined || before === undefined) return undefined;
  const from = String(before.projectId);
  return {
    accountId,
    projectIds: [from, projectId],
    payload: { domain: { name }, from: { projectId: from }, to: { projectId }, isRedirect: redirect !== null },
  };
};

function classify({ name, redirect, gitBranch, customEnvironmentId }: StoredProjectDomain): Record<string, string> {
  const hosted = redirect === null ? "default-stable" : "default-redirect";
  return {
    target: gitBranch === null && !customEnvironmentId ? "production" : "preview",
    origin: isHosted(name) ? hosted : "custom",
  };
}

function stateOf({ name, redirect, redirectStatusCode, gitBranch }: StoredProjectDomain): Record<string, unknown> {
  return { domain: name, redirect, redirectStatusCode, gitBranch };
}
