import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { findToken, showToken } from "../../tokens/find-token.ts";

/** A token of the user, wrapped. */
export const getToken: Hook<operations["getToken"]> = (call) =>
  call.reply({ token: showToken(findToken(call, call.path.tokenId)) });
