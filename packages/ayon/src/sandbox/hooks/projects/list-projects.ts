import type { Hook } from "@fairlead/sandbox";
import type { components, operations } from "../../../generated/schema.ts";
import { callerOf, isManager } from "../../caller.ts";
import type { Project, User } from "../../entities.ts";

type Query = NonNullable<operations["listProjects"]["parameters"]["query"]>;

/**
 * A page of summaries. Projects that the caller may not see are left out after the page was cut, as the server does it.
 * All orders work here, though the server fails at two of them.
 */
export const listProjects: Hook<operations["listProjects"]> = async (call) => {
  const caller = await callerOf(call);
  const query = call.query ?? {};
  const fitting = (call.store.list("Project") as readonly Project[]).filter((project) => fits(project, query));
  const sorted = sort(fitting, query);
  const { page = 1, length = Math.max(1, sorted.length) } = query;
  const cut = sorted.slice((page - 1) * length, page * length);
  const projects = cut.filter((project) => maySee(caller, project)).map(summary);
  const count = cut.length === 0 ? 0 : sorted.length;
  const detail = count === 0 ? "There is nothing on this page" : `This page shows ${cut.length} of ${count} projects`;
  return call.reply({ detail, count, projects });
};

function fits(project: Project, { library, active, skeleton = false, name }: Query): boolean {
  if (library !== undefined && project.library !== library) return false;
  if (active !== undefined && project.active !== active) return false;
  if (project.skeleton && !skeleton) return false;
  return name === undefined || project.name.toLowerCase() === name.toLowerCase();
}

/** Without an order active projects come first, then all by name. */
function sort(projects: readonly Project[], { order, desc = false }: Query): readonly Project[] {
  const byName = (a: Project, b: Project): number => compare(a.name, b.name);
  const byOrder = (a: Project, b: Project): number =>
    order === undefined ? Number(b.active) - Number(a.active) : compare(a[order], b[order]);
  const sorted = projects.toSorted((a, b) => byOrder(a, b) || byName(a, b));
  return desc ? sorted.toReversed() : sorted;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function maySee(caller: User, { name }: Project): boolean {
  const { accessGroups = {} } = caller.data;
  return isManager(caller) || (Object.hasOwn(accessGroups, name) && (accessGroups[name] ?? []).length > 0);
}

function summary(project: Project): components["schemas"]["ProjectSummary"] {
  const { name, code, label = null, data, active, library, skeleton = false, createdAt, updatedAt } = project;
  const color = typeof data.color === "string" ? data.color : null;
  const place = { pinned: false, projectFolder: null };
  return { name, code, label, color, active, library, skeleton, ...place, createdAt, updatedAt };
}
