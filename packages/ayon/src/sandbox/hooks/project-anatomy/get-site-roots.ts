import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { anatomyOfProject } from "../../anatomy-of-project.ts";
import { demandMember } from "../../caller.ts";
import { accessProject } from "../../project-access.ts";
import { sites } from "../../sites/sites.ts";

/** The folders of a project's roots on one platform: on that of a site that is known, or else on the one that is named. */
export const getSiteRoots: Hook<operations["getSiteRoots"]> = async (call) => {
  await demandMember(call);
  const { project } = await accessProject(call, call.path.project_name);
  if (project.skeleton) throw call.refuse(404, `The project ${project.name} is only planned`);
  const siteId = call.header?.["X-Ayon-Site-Id"];
  const site = sites.find(({ id }) => id === siteId);
  const platform = site?.platform ?? call.query?.platform;
  if (platform === undefined)
    throw call.refuse(
      400,
      siteId === undefined ? "No platform came and no site" : `No platform came, and no site is called ${siteId}`,
    );
  const roots = anatomyOfProject(project).roots.map((root) => [root.name, root[platform] ?? ""] as const);
  return call.reply(Object.fromEntries(roots));
};
