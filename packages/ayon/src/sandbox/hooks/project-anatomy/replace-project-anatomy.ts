import type { Answer, Call, Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { anatomyOfProject } from "../../anatomy-of-project.ts";
import { builtInAnatomy } from "../../built-in-anatomy.ts";
import { demandManager } from "../../caller.ts";
import { duplicateAnswer } from "../../duplicate-answer.ts";
import type { Anatomy, Project, User } from "../../entities.ts";
import { isSame } from "../../is-same.ts";
import { accessProject } from "../../project-access.ts";
import { projectOfAnatomy } from "../../project-of-anatomy.ts";
import { writeEvent } from "../../write-event.ts";
import { findOrphan, renameTypes } from "./rename-types.ts";

type Replacement = Call<operations["replaceProjectAnatomy"]>;

/** Gives a project another anatomy. What has a renamed type or status gets the new name, links without a type go. */
export const replaceProjectAnatomy: Hook<operations["replaceProjectAnatomy"]> = async (call) => {
  const caller = await demandManager(call);
  const { store, body } = call;
  const { project } = await accessProject(call, call.path.project_name);
  const anatomy: Anatomy = {
    ...builtInAnatomy,
    ...body,
    templates: { ...builtInAnatomy.templates, ...body.templates },
    attributes: { ...builtInAnatomy.attributes, ...body.attributes },
  };
  const orphan = findOrphan(store, project, anatomy);
  if (orphan !== undefined) return inUseAnswer(call, orphan);
  renameTypes(store, project, anatomy);
  const after = projectOfAnatomy(anatomy);
  const linkTypes = after.linkTypes.map(({ name }) => name);
  for (const link of store.list("Link", { projectName: project.name }))
    if (!linkTypes.includes(String(link.linkType))) store.remove("Link", link);
  writeEvents(call, caller, project, store.update("Project", project, after) as Project);
  return { status: 204 };
};

/** The answer to a type or status that can't go, which only the database of the server notices. */
function inUseAnswer(call: Replacement, name: string): Answer {
  const { status, json } = duplicateAnswer(call, `${name} is still in use`);
  return { status, json: { ...(json as object), error: "foreign-key-violation" } };
}

const topics = {
  config: "config_changed",
  statuses: "statuses_changed",
  tags: "tags_changed",
  folderTypes: "folder_types_changed",
  taskTypes: "task_types_changed",
} as const;

/** An event for each part that is another one now, and one for the whole. */
function writeEvents(call: Replacement, { name: user }: User, before: Project, after: Project): void {
  const about = { project: after.name, user };
  const attributes = [anatomyOfProject(before).attributes, anatomyOfProject(after).attributes] as const;
  const changes = [
    ...(isSame(...attributes) ? [] : ([["attrib_changed", ...attributes]] as const)),
    ...(Object.keys(topics) as (keyof typeof topics)[]).flatMap((part) =>
      isSame(before[part], after[part]) ? [] : [[topics[part], before[part], after[part]] as const],
    ),
  ];
  for (const [topic, oldValue, newValue] of changes) {
    const description = `The project ${after.name} was changed`;
    writeEvent(call, { ...about, topic: `entity.project.${topic}`, description, payload: { oldValue, newValue } });
  }
  writeEvent(call, { ...about, topic: "entity.project.changed", description: `The project ${after.name} was changed` });
}
