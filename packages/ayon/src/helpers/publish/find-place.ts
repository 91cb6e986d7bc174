import type { CallOptions, Core } from "@fairlead/runtime";
import { queryFolders, queryTasks } from "../../graphql/lists.ts";
import { activeFirst } from "../active-first.ts";
import { barePath } from "../find-folder.ts";
import { PublishError } from "./publish-error.ts";
import type { PublishVersionInput } from "./publish-input.ts";

/** Where a version is published. */
export interface Place {
  readonly folderId: string;
  readonly taskId: string | undefined;
}

const fields = ["id", "active"] as const;
const id = /^[0-9a-f]{32}$/i;

/**
 * Finds the folder and the task of a publish.
 * @throws {PublishError} The user sees no such folder, or it has no such task.
 */
export async function findPlace(
  core: Core,
  { project_name, folder, task }: PublishVersionInput,
  options: CallOptions,
): Promise<Place> {
  const ofFolder = id.test(folder) ? { ids: [folder] } : { paths: [barePath(folder)] };
  const folders = await queryFolders(core, { project_name, ...ofFolder, fields }, options);
  const folderId = folders.nodes.sort(activeFirst)[0]?.id;
  if (folderId === undefined)
    throw new PublishError(`publish: the project has no folder ${folder} that the user may see`, { kind: "folder" });
  if (task === undefined) return { folderId, taskId: undefined };
  const ofTask = id.test(task) ? { ids: [task] } : { folderIds: [folderId], names: [task] };
  const tasks = await queryTasks(core, { project_name, ...ofTask, fields }, options);
  const taskId = tasks.nodes.sort(activeFirst)[0]?.id;
  if (taskId === undefined)
    throw new PublishError(`publish: the folder ${folder} has no task ${task} that the user may see`, { kind: "task" });
  return { folderId, taskId };
}
