import type { SavedArchive } from "@fairlead/runtime/node";
import type { PlayCanvas } from "../client.ts";
import type { ExportProjectInput } from "../generated/operations.ts";
import { type SaveOptions, saveJob } from "./save-job.ts";

/**
 * Exports a project, waits for the export, fetches it and unpacks it. It lacks the history, the other branches and the
 * development log. Burns one request of the rate class `strict`.
 * @param input - The project, and the branch if it is not the main one: the input of `pc.projects.export`.
 * @param target - A folder that does not exist yet or is empty; or a path that ends in `.zip`, to keep the archive.
 * @throws {ArchiveError} The folder is not empty; or the archive is damaged, or not safe to unpack.
 * @throws {WaiterFailedError} The export failed; the message says why.
 * @throws {WaiterTimeoutError} It took longer than `maxWaitMs`.
 * @throws {FairleadError} A request failed.
 * @see https://developer.playcanvas.com/user-manual/api/project-export/
 */
export async function saveExport(
  pc: Pick<PlayCanvas, "projects">,
  input: ExportProjectInput,
  target: string,
  options?: SaveOptions,
): Promise<SavedArchive> {
  return await saveJob((wait) => pc.projects.export.wait(input, wait), target, options);
}
