import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { findProject, notFound } from "../../account.ts";
import type { StoredProjectDomain } from "../../domains/stored-domain.ts";
import { findProjectDomain, redirectsTo } from "../../project-domains/find-project-domain.ts";
import { leadDomain } from "../../project-domains/lead-domain.ts";
import { readSettings } from "../../project-domains/read-settings.ts";
import { vercelError } from "../../refusal.ts";

/** Gives a domain, and those that redirect to it, to another project of the account, whose deployment it shows then. */
export const moveProjectDomain: Hook<operations["moveProjectDomain"]> = (call) => {
  const { store, body } = call;
  const { account, project, domain } = findProjectDomain(call);
  const to = findProject(store, account, body.projectId);
  if (to === undefined) throw notFound(`There is no project ${body.projectId} in this account`);
  const { id: projectId } = to;
  if (projectId === project.id)
    return vercelError(409, "domain_already_in_use", `The project has the domain ${domain.name} already`);
  const settings = readSettings(store, { projectId, name: domain.name }, domain, body);
  const redirects = redirectsTo(store, domain);
  const moved = store.attempt(() => {
    // The other project has none of the custom environments of this one.
    const place = { projectId, customEnvironmentId: null };
    const move = (one: StoredProjectDomain, changes: Partial<StoredProjectDomain>): StoredProjectDomain => {
      const changed = store.update("ProjectDomain", one, changes) as StoredProjectDomain;
      leadDomain(call, changed, project.id);
      return changed;
    };
    for (const one of redirects) move(one, place);
    return move(domain, { ...settings, ...place });
  });
  return call.reply(moved);
};
