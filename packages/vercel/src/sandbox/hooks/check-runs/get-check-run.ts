import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { findCheckRun } from "../../check-runs/find-check-run.ts";

/** One run of a deployment of the account. */
export const getCheckRun: Hook<operations["getCheckRun"]> = (call) => call.reply(findCheckRun(call, call.path).run);
