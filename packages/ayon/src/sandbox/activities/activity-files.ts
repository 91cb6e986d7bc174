import type { Store } from "@fairlead/sandbox";
import type { ProjectFile } from "../project-files/project-file.ts";
import type { ActivityFile } from "./activity.ts";

/** The files of a project that ids name, as an activity shows them; an id that no file has is left out. */
export function describeFiles(
  store: Pick<Store, "get">,
  projectName: string,
  ids: readonly string[],
): readonly ActivityFile[] {
  return [...new Set(ids)].flatMap((id) => {
    const file = store.get("ProjectFile", id, { projectName }) as ProjectFile | undefined;
    return file === undefined ? [] : [showFile(file)];
  });
}

/** A file as an activity shows it. */
export function showFile({ id, filename, mime, size, author, createdAt, updatedAt }: ProjectFile): ActivityFile {
  return { id, filename, mime, size, author, created_at: createdAt, updated_at: updatedAt };
}

/** Makes these the files of an activity, and no others. */
export function setFiles(store: Store, projectName: string, activityId: string, ids: readonly string[]): void {
  for (const file of store.list("ProjectFile", { projectName })) {
    const isWanted = ids.includes(String(file.id));
    if (isWanted) store.update("ProjectFile", file, { activityId });
    else if (file.activityId === activityId) store.update("ProjectFile", file, { activityId: null });
  }
}
