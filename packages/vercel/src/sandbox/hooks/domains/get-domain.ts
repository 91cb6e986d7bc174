import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { domainInAccount } from "../../domains/account-domain.ts";

/** A domain of an account by its name. */
export const getDomain: Hook<operations["getDomain"]> = (call) =>
  call.reply({ domain: domainInAccount(call, call.path.domain) });
