import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { withoutNulls } from "../../attrib.ts";
import { demandAdmin } from "../../caller.ts";
import { registerPackage } from "./register-package.ts";

/** Registers a dependency package; an addon without a version is left out. */
export const createDependencyPackage: Hook<operations["createDependencyPackage"]> = async (call) => {
  const caller = await demandAdmin(call);
  const { sourceAddons = {} } = call.body;
  call.body = { ...call.body, sourceAddons: withoutNulls(sourceAddons) as Record<string, string> };
  return registerPackage(call, "DependencyPackage", caller);
};
