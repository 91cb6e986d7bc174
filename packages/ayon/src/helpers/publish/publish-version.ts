import { type CallOptions, type Core, isDecodeError, isServerError, isTransportError } from "@fairlead/runtime";
import { getVersion } from "../../generated/operations.ts";
import { applyBatch } from "../batch/apply-batch.ts";
import { isBatchError } from "../batch/batch-error.ts";
import { checkUploads } from "./check-uploads.ts";
import { findPlace } from "./find-place.ts";
import { findProduct } from "./find-product.ts";
import type { PublishOptions, PublishVersionInput } from "./publish-input.ts";
import { progressText, type TellStep } from "./publish-progress.ts";
import type { PublishedVersion } from "./published-version.ts";
import { uploadFiles } from "./upload-files.ts";
import { writePublish } from "./write-publish.ts";

/** How often a number is asked for: a product that more people publish at the same moment is none of a studio's. */
const ATTEMPTS = 5;

/**
 * Publishes a version of a product: finds the folder, the task and the product, takes the next free number, and makes the
 * version with its representations in one batch, all or nothing, with the product where that is new. Then it uploads
 * thumbnail and reviewable. Where somebody else takes the number in the meantime, the next one is taken.
 * @throws {PublishError} There is no such folder or task, or the product is of another kind: nothing was published. Or a
 * file was not uploaded: the version exists, and the error has its id.
 * @throws {BatchError} The server refuses the version or a part of it: nothing was published.
 * @throws {RequestError} A file to upload is none that the server would take; nothing was sent.
 * @throws {GraphqlError} There is no such project, or the user has no access to it.
 * @throws {FairleadError} A request failed. Where that of the batch did, it is looked up whether the version is there all
 * the same: then the publish goes on. An error means that it was not there a moment later.
 */
export async function publishVersion(
  core: Core,
  input: PublishVersionInput,
  { onProgress, ...options }: PublishOptions = {},
): Promise<PublishedVersion> {
  const { project_name } = input;
  const tell: TellStep = (step) => onProgress?.({ ...step, text: progressText(step) });
  checkUploads(input);
  tell({ step: "find" });
  const place = await findPlace(core, input, options);
  for (let attempt = 1; ; attempt++) {
    const { productId, nextVersion } = await findProduct(core, input, place.folderId, options);
    const version = input.version ?? nextVersion;
    const { operations, published } = writePublish(input, place, productId, version);
    tell({ step: "publish", version });
    try {
      await applyBatch(core, { project_name, operations }, options);
    } catch (error) {
      if (attempt < ATTEMPTS && wasOvertaken(error, input)) continue;
      const isThere = isUnclear(error) && (await isPublished(core, project_name, published, options));
      if (!isThere) throw error;
    }
    return await uploadFiles(core, input, published, options, tell);
  }
}

/** Whether a batch may have been done although it failed: its answer was lost, or came from a proxy. */
function isUnclear(error: unknown): boolean {
  return isTransportError(error) || isDecodeError(error) || isServerError(error);
}

/** Whether the version is there, and so is all of its batch. */
async function isPublished(
  core: Core,
  project_name: string,
  { versionId }: PublishedVersion,
  options: CallOptions,
): Promise<boolean> {
  return (await getVersion.safe(core, { project_name, version_id: versionId }, options)).ok;
}

/** Whether somebody else has made the product, or taken the number, since it was looked up. */
function wasOvertaken(error: unknown, { version }: PublishVersionInput): boolean {
  const [failed] = isBatchError(error) ? error.failed : [];
  if (!failed) return false;
  const { operation, status, code } = failed;
  const { entityType } = operation;
  const isRace = entityType === "product" || (entityType === "version" && version === undefined);
  // The database names its reasons; a plain 409 is a conflict of any kind.
  return isRace && (code?.endsWith("-violation") ? code === "unique-violation" : status === 409);
}
