import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { accountOf } from "../../account.ts";
import { makeProject } from "../../projects/make-project.ts";
import { showProject } from "../../projects/show-project.ts";

/** A project of the account, connected to its repository and with the variables that it begins with. */
export const createProject: Hook<operations["createProject"]> = (call) =>
  call.reply(showProject(call, makeProject(call, accountOf(call), call.body)));
