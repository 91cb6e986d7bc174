import type { SavedArchive } from "@fairlead/runtime/node";
import type { PlayCanvas } from "../client.ts";
import type { DownloadAppInput } from "../generated/operations.ts";
import { type SaveOptions, saveJob } from "./save-job.ts";

/**
 * Builds an app, waits for the build, fetches it and unpacks it: the files of a static site, or the source of an npm
 * project. Nothing is published. Burns one request of the rate class `strict`.
 * @param build - What to build: the body of `pc.apps.download`.
 * @param target - A folder that does not exist yet or is empty; or a path that ends in `.zip`, to keep the archive.
 * @throws {ArchiveError} The folder is not empty; or the archive is damaged, or not safe to unpack.
 * @throws {WaiterFailedError} The build failed; the message says why.
 * @throws {WaiterTimeoutError} It took longer than `maxWaitMs`.
 * @throws {FairleadError} A request failed.
 * @see https://developer.playcanvas.com/user-manual/api/app-download/
 */
export async function saveBuild(
  pc: Pick<PlayCanvas, "apps">,
  build: DownloadAppInput["body"],
  target: string,
  options?: SaveOptions,
): Promise<SavedArchive> {
  return await saveJob((wait) => pc.apps.download.wait({ body: build }, wait), target, options);
}
