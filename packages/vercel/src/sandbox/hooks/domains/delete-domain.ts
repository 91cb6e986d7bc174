import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { domainInAccount } from "../../domains/account-domain.ts";
import { refuseInTransfer } from "../../domains/refuse-in-transfer.ts";
import type { StoredProjectDomain } from "../../domains/stored-domain.ts";
import { leadNowhere } from "../../project-domains/lead-domain.ts";

/** Removes a domain with all names below it that projects of the account have. */
export const deleteDomain: Hook<operations["deleteDomain"]> = (call) => {
  const { store } = call;
  const domain = domainInAccount(call, call.path.domain);
  refuseInTransfer(domain, "domain_removal_conflict");
  const { accountId } = domain;
  store.attempt(() => {
    for (const name of store.list("ProjectDomain", { apexName: domain.name }) as readonly StoredProjectDomain[])
      if (store.get("Project", name.projectId, { accountId }) !== undefined) {
        leadNowhere(store, name);
        store.remove("ProjectDomain", name);
      }
    store.remove("Domain", domain);
  });
  return call.reply({ uid: domain.id });
};
