import type { Call, Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { mergeAttrib, mergeMembers } from "../../attrib.ts";
import { demandManager } from "../../caller.ts";
import { duplicateAnswer } from "../../duplicate-answer.ts";
import type { Project } from "../../entities.ts";

type Update = operations["updateProject"];

/** Merges attributes, config and data one level deep; everything else is replaced. */
export const updateProject: Hook<Update> = async (call, next) => {
  await demandManager(call);
  const { body, store, path } = call;
  const project = store.get("Project", path.project_name) as Project | undefined;
  if (project === undefined) return next();
  const { code = project.code } = body;
  if (store.list("Project", { code }).some(({ name }) => name !== project.name))
    return duplicateAnswer(call, `Another project has the code ${code}`);
  const changes = {
    ...body,
    ...(body.label === null && { label: undefined }),
    ...mergeAttrib(project, body.attrib),
    config: mergeMembers(project.config, body.config),
    data: mergeMembers(project.data, body.data),
  };
  call.body = changes as unknown as Call<Update>["body"];
  return next();
};
