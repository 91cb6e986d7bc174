import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { projectInAccount } from "../../account.ts";
import type { StoredProjectDomain } from "../../domains/stored-domain.ts";
import { pageDomains } from "../../project-domains/page-domains.ts";

type Query = NonNullable<operations["listProjectDomains"]["parameters"]["query"]>;

/** Some of the domains of a project, newest first unless it is asked for otherwise. */
export const listProjectDomains: Hook<operations["listProjectDomains"]> = (call) => {
  const project = projectInAccount(call, call.path.idOrName);
  const query = call.query ?? {};
  const all = call.store.list("ProjectDomain", { projectId: project.id }) as readonly StoredProjectDomain[];
  const { items: domains, pagination } = pageDomains(
    all.filter((domain) => fits(domain, query)),
    query,
  );
  return call.reply({ domains, pagination });
};

function fits(domain: StoredProjectDomain, query: Query): boolean {
  const target = targetOf(domain);
  if (query.production === "true" && target !== "production") return false;
  if (query.target !== undefined && target !== query.target) return false;
  if (query.redirects === "false" && domain.redirect !== null) return false;
  if (query.redirect !== undefined && domain.redirect !== query.redirect.toLowerCase()) return false;
  if (query.verified !== undefined && String(domain.verified) !== query.verified) return false;
  if (query.gitBranch !== undefined && domain.gitBranch !== query.gitBranch) return false;
  return query.customEnvironmentId === undefined || domain.customEnvironmentId === query.customEnvironmentId;
}

/** What a domain shows, or would show if it did not redirect. */
function targetOf({ gitBranch, customEnvironmentId }: StoredProjectDomain): "production" | "preview" | "custom" {
  if (customEnvironmentId !== null) return "custom";
  return gitBranch === null ? "production" : "preview";
}
