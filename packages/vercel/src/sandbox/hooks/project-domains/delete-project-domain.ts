import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { findProjectDomain, redirectsTo } from "../../project-domains/find-project-domain.ts";
import { leadNowhere } from "../../project-domains/lead-domain.ts";
import { vercelError } from "../../refusal.ts";

/**
 * Takes a domain from its project, with those that redirect to it if that is asked for. It leads nowhere afterwards, and
 * the account keeps its apex.
 */
export const deleteProjectDomain: Hook<operations["deleteProjectDomain"]> = (call) => {
  const { store, body } = call;
  const { domain } = findProjectDomain(call);
  const redirects = redirectsTo(store, domain);
  if (redirects.length > 0 && !body?.removeRedirects) {
    const names = redirects.map(({ name }) => name).join(", ");
    return vercelError(409, "conflict", `Other domains of the project redirect to ${domain.name}: ${names}`);
  }
  store.attempt(() => {
    for (const one of [...redirects, domain]) {
      leadNowhere(store, one);
      store.remove("ProjectDomain", one);
    }
  });
  return call.reply({});
};
