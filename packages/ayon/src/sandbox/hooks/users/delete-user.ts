import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { demandManager } from "../../caller.ts";

/**
 * Removes a user, who is assigned to nothing afterwards; for managers only. The sessions stay: their tokens are refused
 * because the user is gone, where one that nothing has issued would stand for an admin.
 */
export const deleteUser: Hook<operations["deleteUser"]> = async (call, next) => {
  await demandManager(call);
  const { store, path } = call;
  const answer = await next();
  for (const task of store.list("Task", ({ assignees }) => isAmong(assignees, path.user_name)))
    store.update("Task", task, { assignees: (task.assignees as string[]).filter((name) => name !== path.user_name) });
  return answer;
};

function isAmong(assignees: unknown, name: string): boolean {
  return Array.isArray(assignees) && assignees.includes(name);
}
