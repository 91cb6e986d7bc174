import type { Store } from "@fairlead/sandbox";
import type { Activity } from "../activities/activity.ts";
import type { ProjectFile } from "./project-file.ts";

/** How long a file may be without an activity before it counts as unused: the server's 5 minutes. */
const graceMs = 5 * 60 * 1000;

/** Takes a file away, and from the activities that name it, whose times stay. */
export function removeProjectFile(store: Store, file: ProjectFile): void {
  for (const activity of store.list("Activity", { projectName: file.projectName }) as readonly Activity[]) {
    const { files } = activity.data;
    if (!files?.some(({ id }) => id === file.id)) continue;
    const data = { ...activity.data, files: files.filter(({ id }) => id !== file.id) };
    store.update("Activity", activity, { data }, Date.parse(activity.updatedAt));
  }
  store.remove("ProjectFile", file);
}

/** Takes away the files of a project that no activity has had for a while. The server does so whenever one is written. */
export function removeUnusedFiles(store: Store, projectName: string, now: number): void {
  const free = store.list("ProjectFile", { projectName, activityId: null }) as readonly ProjectFile[];
  for (const file of free) if (Date.parse(file.updatedAt) < now - graceMs) removeProjectFile(store, file);
}
