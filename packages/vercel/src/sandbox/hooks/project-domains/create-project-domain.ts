import type { Answer, Hook, Store } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { accountOf, projectInAccount } from "../../account.ts";
import { aliasAt } from "../../aliases/stored-alias.ts";
import { newChallenge } from "../../domains/challenge.ts";
import { apexOf, isHosted } from "../../domains/domain-name.ts";
import { needDomainName } from "../../domains/need-name.ts";
import type { StoredProjectDomain } from "../../domains/stored-domain.ts";
import { leadDomain } from "../../project-domains/lead-domain.ts";
import { foreignHolders, mayUse } from "../../project-domains/may-use.ts";
import { production, readSettings } from "../../project-domains/read-settings.ts";
import { takeName } from "../../project-domains/take-name.ts";
import { vercelError } from "../../refusal.ts";

/**
 * Adds a domain to a project, and its apex to the account if nobody has that; what it shows is there at once. Where
 * another account has the apex, the project must verify the domain first.
 */
export const createProjectDomain: Hook<operations["createProjectDomain"]> = (call) => {
  const { store, body } = call;
  const account = accountOf(call);
  const { id: projectId } = projectInAccount(call, call.path.idOrName);
  const name = needDomainName(body.name);
  const foreign = foreignHolders(store, account, name);
  const holders = store.list("ProjectDomain", { name }) as readonly StoredProjectDomain[];
  const own = holders.find((holder) => !foreign.includes(holder));
  if (own !== undefined) return taken(own, projectId);
  // Nobody can show a record for a name below a domain of the service.
  if (isHosted(name) && foreign[0] !== undefined) return taken(foreign[0], projectId);
  if (isHosted(name) && leadsElsewhere(store, name, projectId)) return takenElsewhere(name);

  const customEnvironmentId = body.customEnvironmentId ?? null;
  if (customEnvironmentId !== null && store.get("CustomEnvironment", customEnvironmentId, { projectId }) === undefined)
    return vercelError(400, "bad_request", `The project has no custom environment ${customEnvironmentId}`);
  const settings = readSettings(store, { projectId, name }, production, body);
  const apexName = apexOf(name);
  const verified = mayUse(store, account, name);
  const domain = store.attempt(() => {
    if (verified) takeName(call, account, name);
    const created = store.create("ProjectDomain", {
      name,
      apexName,
      projectId,
      ...settings,
      customEnvironmentId,
      verified,
      ...(!verified && { verification: [newChallenge(call, projectId, name, apexName)] }),
    }) as StoredProjectDomain;
    leadDomain(call, created);
    return created;
  });
  return call.reply(domain);
};

function taken({ name, projectId: holder }: StoredProjectDomain, projectId: string): Answer {
  if (holder === projectId)
    return vercelError(400, "domain_already_in_use", `The project has the domain ${name} already`);
  return takenElsewhere(name);
}

function takenElsewhere(name: string): Answer {
  return vercelError(409, "domain_already_in_use", `Another project has the domain ${name}`);
}

/** Whether a host leads to another project, or is the address of one deployment alone. */
function leadsElsewhere(store: Store, host: string, projectId: string): boolean {
  const alias = aliasAt(store, host);
  return (alias !== undefined && alias.projectId !== projectId) || store.list("Deployment", { url: host }).length > 0;
}
