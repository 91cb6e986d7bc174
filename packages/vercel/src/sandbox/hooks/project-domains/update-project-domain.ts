import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import type { StoredProjectDomain } from "../../domains/stored-domain.ts";
import { findProjectDomain } from "../../project-domains/find-project-domain.ts";
import { leadDomain } from "../../project-domains/lead-domain.ts";
import { readSettings } from "../../project-domains/read-settings.ts";

/** Changes what a domain of a project shows. */
export const updateProjectDomain: Hook<operations["updateProjectDomain"]> = (call) => {
  const { store, body } = call;
  const { domain } = findProjectDomain(call);
  const settings = readSettings(store, domain, domain, body);
  const updated = store.attempt(() => {
    const changed = store.update("ProjectDomain", domain, settings) as StoredProjectDomain;
    // A host that somebody gave to another deployment stays there until the domain is to show something else.
    if (settings.redirect !== domain.redirect || settings.gitBranch !== domain.gitBranch) leadDomain(call, changed);
    return changed;
  });
  return call.reply(updated);
};
