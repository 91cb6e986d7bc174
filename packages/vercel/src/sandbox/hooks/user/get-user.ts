import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { userOf } from "../../account.ts";

/** The user of the token, wrapped. */
export const getUser: Hook<operations["getUser"]> = (call) => call.reply({ user: userOf(call) });
