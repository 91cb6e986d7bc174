import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { projectInAccount } from "../../account.ts";
import { showProject } from "../../projects/show-project.ts";

/** A project by its id or its name, with what belongs to it. */
export const getProject: Hook<operations["getProject"]> = (call) =>
  call.reply(showProject(call, projectInAccount(call, call.path.idOrName)));
