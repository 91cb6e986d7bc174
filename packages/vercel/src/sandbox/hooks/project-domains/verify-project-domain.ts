import type { Answer, Hook, Store } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { isMeantFor, recordName } from "../../domains/challenge.ts";
import { textsAt } from "../../domains/public-dns.ts";
import type { StoredProjectDomain } from "../../domains/stored-domain.ts";
import { findProjectDomain } from "../../project-domains/find-project-domain.ts";
import { leadDomain } from "../../project-domains/lead-domain.ts";
import { foreignHolders, mayUse } from "../../project-domains/may-use.ts";
import { takeName } from "../../project-domains/take-name.ts";
import { vercelError } from "../../refusal.ts";

/** Looks for the record of a challenge. Whoever had the name in another account must verify it from then on. */
export const verifyProjectDomain: Hook<operations["verifyProjectDomain"]> = (call) => {
  const { store } = call;
  const { account, domain } = findProjectDomain(call);
  if (domain.verified) return call.reply(domain);
  const { name } = domain;
  if (!mayUse(store, account, name)) {
    const refused = refuseTexts(store, domain, foreignHolders(store, account, name));
    if (refused !== undefined) return refused;
  }
  const verified = store.attempt(() => {
    takeName(call, account, name);
    const changes = { verified: true, verification: undefined };
    const changed = store.update("ProjectDomain", domain, changes) as StoredProjectDomain;
    leadDomain(call, changed);
    return changed;
  });
  return call.reply(verified);
};

/** What is wrong with the records of a domain; undefined where one meets its challenge. */
function refuseTexts(
  store: Store,
  { name, apexName, verification = [] }: StoredProjectDomain,
  foreign: readonly StoredProjectDomain[],
): Answer | undefined {
  const texts = textsAt(store, apexName);
  const asked = verification.map(({ value }) => value);
  if (texts.some((text) => asked.includes(text))) return undefined;
  const place = recordName(apexName);
  if (foreign.some((one) => one.verification?.some(({ value }) => texts.includes(value))))
    return vercelError(
      400,
      "existing_project_domain",
      `The TXT record of ${place} verifies ${name} for another project`,
    );
  const message = texts.some((text) => isMeantFor(text, name))
    ? `The TXT record of ${place} for ${name} has another text than ${asked.join(" or ")}`
    : `${place} has no TXT record with the text ${asked.join(" or ")}`;
  return vercelError(400, "missing_txt_record", message);
}
