import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { accountOf } from "../../account.ts";
import type { Project } from "../../entities.ts";
import { pageByTime } from "../../page-by-time.ts";
import { fitsProject } from "../../projects/fits-project.ts";
import { showProject } from "../../projects/show-project.ts";

/** A page of an account's projects, newest first. The older `until` counts only where there is no `from`. */
export const listProjects: Hook<operations["listProjects"]> = (call) => {
  const { accountId } = accountOf(call);
  const { limit, from, until, ...filters } = call.query ?? {};
  // Another text would lead to the first page again, and a walk would have no end.
  if (from !== undefined && !/^\d+$/.test(String(from)))
    throw call.refuse(400, `No page of this list begins at ${from}`);
  const fitting = (call.store.list("Project", { accountId }) as readonly Project[]).filter((one) =>
    fitsProject(one, filters),
  );
  const { items, pagination } = pageByTime(fitting, { limit, until: from ?? until }, ({ createdAt = 0 }) => createdAt);
  return call.reply({ projects: items.map((project) => showProject(call, project)), pagination });
};
