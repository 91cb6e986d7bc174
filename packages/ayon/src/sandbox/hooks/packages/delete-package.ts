import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { demandAdmin } from "../../caller.ts";

/** Takes away the registration, and with it the only way to the file. */
export const deletePackage: Hook<operations["deleteInstaller"]> = async (call, next) => {
  await demandAdmin(call);
  return next();
};
