import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { accountOf } from "../../account.ts";
import type { StoredDomain } from "../../domains/stored-domain.ts";
import { pageByTime } from "../../page-by-time.ts";

/** The domains of an account, newest first. */
export const listDomains: Hook<operations["listDomains"]> = (call) => {
  const { accountId } = accountOf(call);
  const all = call.store.list("Domain", { accountId }) as readonly StoredDomain[];
  const { items: domains, pagination } = pageByTime(all, call.query ?? {}, ({ createdAt }) => createdAt);
  return call.reply({ domains, pagination });
};
