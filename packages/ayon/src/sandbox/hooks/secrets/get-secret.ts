import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { demandAdmin } from "../../caller.ts";

/** A secret with its value, for administrators only; those of the server itself too. */
export const getSecret: Hook<operations["getSecret"]> = async (call, next) => {
  await demandAdmin(call);
  return next();
};
