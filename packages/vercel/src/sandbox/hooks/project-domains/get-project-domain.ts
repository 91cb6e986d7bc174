import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { findProjectDomain } from "../../project-domains/find-project-domain.ts";

/** A domain of a project by its name. */
export const getProjectDomain: Hook<operations["getProjectDomain"]> = (call) =>
  call.reply(findProjectDomain(call).domain);
