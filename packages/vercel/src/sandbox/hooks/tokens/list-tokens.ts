import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { showToken, tokensOf } from "../../tokens/find-token.ts";

/** The tokens of the user in the order in which they were made, those that have ended too. */
export const listTokens: Hook<operations["listTokens"]> = (call) => {
  const tokens = tokensOf(call).map(showToken);
  return call.reply({ tokens, pagination: { count: tokens.length, next: null, prev: null } });
};
