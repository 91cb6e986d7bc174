import type { Answer, Call, Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { type Account, accountOf, notFound } from "../../account.ts";
import { addDomain, handOver } from "../../domains/account-domain.ts";
import { needApexName } from "../../domains/need-name.ts";
import type { StoredDomain } from "../../domains/stored-domain.ts";
import { vercelError } from "../../refusal.ts";

type Work = Call<operations["createDomain"]>;

/** Adds a domain from elsewhere to an account, or takes one in that another account sent. */
export const createDomain: Hook<operations["createDomain"]> = (call) => {
  const account = accountOf(call);
  const { body, store } = call;
  const name = needApexName(body.name);
  const known = store.get("Domain", name) as StoredDomain | undefined;
  if (known?.accountId === account.accountId) {
    const extras = { name, uid: known.id };
    return vercelError(409, "not_modified", `The account has the domain ${name} already`, extras);
  }
  if (body.method === "move-in") return takeIn(call, account, name, known);
  if (known !== undefined) return foreign(name);
  return call.reply({ domain: addDomain(call, account, name, body.zone) });
};

function takeIn(call: Work, account: Account, name: string, domain: StoredDomain | undefined): Answer {
  if (domain === undefined) throw notFound(`There is no domain ${name} to take in`);
  const { moveOut } = domain;
  if (moveOut?.accountId !== account.accountId || moveOut.token !== call.body.token) return foreign(name);
  return call.reply({ domain: handOver(call, domain, account) });
}

function foreign(domain: string): Answer {
  return vercelError(403, "forbidden", `Another account has the domain ${domain}`, { domain });
}
