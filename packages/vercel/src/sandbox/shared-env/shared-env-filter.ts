import type { operations } from "../../generated/schema.ts";
import type { SharedEnvVar } from "../entities.ts";

/** What a list of shared variables is narrowed by. */
export type SharedEnvQuery = NonNullable<operations["listSharedEnvVars"]["parameters"]["query"]>;

/** Whether a shared variable is as wished; every filter that is given and not empty has to fit. */
export function sharedEnvFilter(query: SharedEnvQuery): (envVar: SharedEnvVar) => boolean {
  const search = query.search?.toLowerCase() ?? "";
  const ids = listed(query.ids);
  const projects = listed(query.projectId);
  const otherIds = [...listed(query["exclude-ids"]), ...listed(query.exclude_ids)];
  const otherProjects = [...listed(query["exclude-projectId"]), ...listed(query.exclude_projectId)];
  return ({ id, key, projectId }) =>
    key.toLowerCase().includes(search) &&
    (ids.length === 0 || ids.includes(id)) &&
    (projects.length === 0 || projectId.some((one) => projects.includes(one))) &&
    !otherIds.includes(id) &&
    !projectId.some((one) => otherProjects.includes(one));
}

/** The parts of a text with commas, without empty ones. */
export function listed(text = ""): readonly string[] {
  return text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
