import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { isManager } from "../../caller.ts";
import { answering } from "../../entity/answer-entity.ts";
import { EntityError } from "../../entity/entity-error.ts";
import { needEntity } from "../../entity/find-entity.ts";
import { updateEntity } from "../../entity/update-entity.ts";

/**
 * Changes who works on a task; who is no manager may do it for nobody but oneself. The server forgets who changed the
 * task last.
 */
export const assignTask: Hook<operations["assignTask"]> = answering<operations["assignTask"]>(
  (work, { path, body: { mode, users } }) => {
    const { user } = work;
    if (!isManager(user) && !(users.length === 1 && users[0] === user.name))
      throw new EntityError(403, "Only managers assign others");
    const { id, assignees } = needEntity(work, "task", path.task_id);
    const assigned = {
      add: [...new Set([...assignees, ...users])],
      remove: assignees.filter((name) => !users.includes(name)),
      set: [...new Set(users)],
    }[mode];
    if (!isSame(assigned, assignees)) updateEntity(work, "task", id, { assignees: assigned, updatedBy: null });
    return { status: 204 };
  },
);

function isSame(names: readonly string[], others: readonly string[]): boolean {
  return names.length === others.length && names.every((name) => others.includes(name));
}
