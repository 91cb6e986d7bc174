import type { Answer, Call, Hook } from "@fairlead/sandbox";
import type { components, operations } from "../../../generated/schema.ts";
import { accountOf } from "../../account.ts";
import { domainInAccount, handOver } from "../../domains/account-domain.ts";
import { findAccount, isOf } from "../../domains/find-account.ts";
import { refuseInTransfer } from "../../domains/refuse-in-transfer.ts";
import type { StoredDomain } from "../../domains/stored-domain.ts";
import { vercelError } from "../../refusal.ts";

type Work = Call<operations["updateDomain"]>;

/** Changes settings of a domain, or gives it to another account: at once where the caller is in that one too. */
export const updateDomain: Hook<operations["updateDomain"]> = (call) => {
  const domain = domainInAccount(call, call.path.domain);
  const { body } = call;
  return "destination" in body ? moveOut(call, domain, body.destination) : changeSettings(call, domain, body);
};

function moveOut(call: Work, domain: StoredDomain, destination: string): Answer {
  const { user, accountId } = accountOf(call);
  const to = findAccount(call.store, user, destination);
  if (to === undefined || to.accountId === accountId) {
    const message =
      to === undefined ? `There is no user or team ${destination}` : "The domain is in this account already";
    return vercelError(400, "invalid_move_destination", message);
  }
  refuseInTransfer(domain, "domain_move_conflict");
  if (isOf(call.store, to, user)) {
    handOver(call, domain, to);
    return call.reply({ moved: true });
  }
  const token = call.random.token(`move ${domain.name} ${to.accountId} ${call.clock.now()}`, 24);
  call.store.update("Domain", domain, { moveOut: { accountId: to.accountId, token } });
  return call.reply({ moved: false, token });
}

function changeSettings(
  { store, reply }: Work,
  domain: StoredDomain,
  { zone, echMode, renew, customNameservers }: components["schemas"]["DomainSettingsPatch"],
): Answer {
  const now = store.update("Domain", domain, {
    ...(zone !== undefined && { zone }),
    ...(echMode !== undefined && { echMode }),
    ...(renew !== undefined && { renew }),
    // An empty list takes them away.
    ...(customNameservers !== undefined && { customNameservers: customNameservers[0] ? customNameservers : undefined }),
  }) as StoredDomain;
  return reply({
    echMode: now.echMode,
    zone: now.zone ?? now.serviceType === "zeit.world",
    customNameservers: now.customNameservers ?? [],
    ...(now.renew !== undefined && { renew: now.renew }),
  });
}
