import type { EnvVar, Project } from "../entities.ts";
import { type MakeSubject, ownerOf } from "./event-subject.ts";

/** What became of a project; a renamed one has its name from before. */
export const projectSubject: MakeSubject = ({ entity, before, name: event }) => {
  const { id, name, accountId } = entity as unknown as Project;
  const previous = event === "project.renamed" ? (before as Project | undefined) : undefined;
  return {
    accountId,
    projectIds: [id],
    payload: { project: { id, name }, ...(previous && { previousName: previous.name }) },
  };
};

/** What became of an environment variable: which one, and neither name nor value. */
export const envVarSubject: MakeSubject = ({ entity }, store) => {
  const { id: envVarId, projectId } = entity as unknown as EnvVar;
  const accountId = ownerOf(store, projectId);
  return accountId === undefined ? undefined : { accountId, projectIds: [projectId], payload: { projectId, envVarId } };
};
