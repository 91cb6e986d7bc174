import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { accountOf } from "../../account.ts";
import { claimText, recordName } from "../../domains/challenge.ts";
import { needApexName } from "../../domains/need-name.ts";

/** The record that claims a domain for the account, whether or not somebody has the domain. */
export const getDomainVerification: Hook<operations["getDomainVerification"]> = (call) => {
  const { accountId } = accountOf(call);
  const name = needApexName(call.path.domain);
  return call.reply({ txtRecord: claimText(call, accountId, name), verificationDomain: recordName(name) });
};
