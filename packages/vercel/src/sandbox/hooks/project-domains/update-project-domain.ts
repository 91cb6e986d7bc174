import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { findProjectDomain } from "../../project-domains/find-project-domain.ts";
import { readSettings } from "../../project-domains/read-settings.ts";

/** Changes what a domain of a project shows. */
export const updateProjectDomain: Hook<operations["updateProjectDomain"]> = (call) => {
  const { store, body } = call;
  const { domain } = findProjectDomain(call);
  return call.reply(store.update("ProjectDomain", domain, readSettings(store, domain, domain, body)));
};
