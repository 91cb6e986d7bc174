import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { findEnvVar } from "../../env/find-env-var.ts";
import { showEnvVar } from "../../env/show-env-var.ts";

/** A variable with its value in plain text, unless it is sensitive. */
export const getEnvVar: Hook<operations["getEnvVar"]> = (call) =>
  call.reply(showEnvVar(call, findEnvVar(call, call.path.idOrName, call.path.id), true));
