import type { WebhookHook } from "@fairlead/sandbox";
import { deploymentSubject, newDeploymentSubject, promotedSubject, rollbackSubject } from "./deployment-subject.ts";
import { certificateSubject, dnsSubject, domainSubject } from "./domain-subject.ts";
import { authorOf, type MakeSubject, teamOf } from "./event-subject.ts";
import { domainMoveSubject, domainUpdateSubject, projectDomainSubject } from "./project-domain-subject.ts";
import { envVarSubject, projectSubject } from "./project-subject.ts";
import type { StoredWebhook } from "./stored-webhook.ts";

/** What each event is about, by its name or by what it begins with. */
const subjects: Readonly<Record<string, MakeSubject>> = {
  "deployment.created": newDeploymentSubject,
  "deployment.promoted": promotedSubject,
  "deployment.rollback": rollbackSubject,
  "deployment.": deploymentSubject,
  "project.env-variable.": envVarSubject,
  "project.domain.updated": domainUpdateSubject,
  "project.domain.moved": domainMoveSubject,
  "project.domain.": projectDomainSubject,
  "project.": projectSubject,
  "domain.created": domainSubject,
  "domain.dns.": dnsSubject,
  "domain.certificate.": certificateSubject,
};

/** What a webhook is sent of an event: nothing where another account or another project is concerned. */
export const tellReceiver: WebhookHook = (event, receiver, { store }) => {
  const { accountId, projectIds } = receiver as unknown as StoredWebhook;
  const found = Object.entries(subjects).find(([name]) => event.name === name || event.name.startsWith(name));
  const subject = found?.[1](event, store);
  if (subject === undefined || subject.accountId !== accountId) return undefined;
  if (projectIds !== undefined && !subject.projectIds.some((id) => projectIds.includes(id))) return undefined;
  return {
    id: event.id,
    type: event.name,
    createdAt: event.at,
    region: subject.region ?? null,
    payload: { team: teamOf(store, accountId), user: { id: authorOf(event, subject, store) }, ...subject.payload },
  };
};
