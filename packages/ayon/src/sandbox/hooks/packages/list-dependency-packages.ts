import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { demandMember } from "../../caller.ts";

/** Lists the dependency packages for everybody but guests. */
export const listDependencyPackages: Hook<operations["listDependencyPackages"]> = async (call, next) => {
  await demandMember(call);
  return next();
};
