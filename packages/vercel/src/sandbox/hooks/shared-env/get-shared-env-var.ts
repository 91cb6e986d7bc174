import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { findSharedEnvVar } from "../../shared-env/find-shared-env-var.ts";
import { showSharedEnvVar } from "../../shared-env/show-shared-env-var.ts";

/** A shared variable with its value in plain text, unless it is sensitive. */
export const getSharedEnvVar: Hook<operations["getSharedEnvVar"]> = (call) =>
  call.reply(showSharedEnvVar(call, findSharedEnvVar(call, call.path.id), true));
