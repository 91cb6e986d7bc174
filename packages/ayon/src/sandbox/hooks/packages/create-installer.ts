import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { demandAdmin } from "../../caller.ts";
import { duplicateAnswer } from "../../duplicate-answer.ts";
import { isForced, registerPackage } from "./register-package.ts";

/** Registers an installer; a version has one for each platform. */
export const createInstaller: Hook<operations["createInstaller"]> = async (call) => {
  const caller = await demandAdmin(call);
  const { filename, version, platform } = call.body;
  const twins = call.store.list("Installer", { version, platform }).filter((one) => one.filename !== filename);
  if (twins.length > 0 && !call.store.get("Installer", filename) && !isForced(call))
    return duplicateAnswer(call, `There is an installer ${version} for ${platform}`);
  return registerPackage(call, "Installer", caller);
};
