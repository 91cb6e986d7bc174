import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { accountOf, projectInAccount } from "../../account.ts";
import type { Project } from "../../entities.ts";
import { changeSecrets } from "../../projects/protection-bypass.ts";

/** Makes, ends or changes a secret of a project, and gives all that it has then. */
export const updateProtectionBypass: Hook<operations["updateProtectionBypass"]> = (call) => {
  const { store, random, clock, body } = call;
  const { user } = accountOf(call);
  const project: Project & { readonly bypassCount?: number } = projectInAccount(call, call.path.idOrName);
  let bypassCount = project.bypassCount ?? 0;
  const make = (): string => {
    bypassCount += 1;
    return random.token(`bypass ${bypassCount} of ${project.id}`, 32);
  };
  const changing = { by: user.id, at: clock.now(), make };
  const protectionBypass = changeSecrets(project.protectionBypass ?? {}, body, changing);
  store.update("Project", project, { protectionBypass, bypassCount });
  return call.reply({ protectionBypass });
};
