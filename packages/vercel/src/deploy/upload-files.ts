import type { Core } from "@fairlead/runtime";
import { uploadFile } from "../generated/operations.ts";
import type { TeamScope } from "./deploy-options.ts";
import type { PhaseCounter } from "./deploy-progress.ts";
import { FileChangedError, isFileChangedError } from "./file-changed-error.ts";
import { bytesOf, type HashedFile } from "./hash-files.ts";
import { inParallel } from "./in-parallel.ts";

/** Uploads at once: fewer than the client sends at once to a server, so that other calls find a place. */
const AT_ONCE = 8;

/**
 * Uploads files; the client sends again what breaks, because the same bytes twice do no harm.
 * @throws {FileChangedError} A file is not what was hashed.
 * @throws {AbortedError} The signal aborted.
 * @throws {FairleadError} An upload failed.
 */
export async function uploadFiles(
  core: Core,
  files: readonly HashedFile[],
  scope: TeamScope,
  signal: AbortSignal | undefined,
  counter: PhaseCounter,
): Promise<void> {
  counter.expect(files.length, bytesOf(files));
  await inParallel(files, AT_ONCE, signal, async (file, both) => {
    const { sha, size } = file;
    /** Bytes that were told; another attempt begins anew, and what is told never shrinks. */
    let told = 0;
    const onProgress = ({ sent }: { sent: number }) => {
      if (sent <= told) return;
      counter.add(0, sent - told);
      told = sent;
    };
    // Five minutes as for any call, and a second for each 50 kB: a slow line must not end the upload of a large file.
    const timeoutMs = 300_000 + size / 50;
    try {
      const body = await file.open();
      if (body.size !== size) throw new FileChangedError(file.file);
      await uploadFile(core, { ...scope, "x-vercel-digest": sha, body }, { signal: both, timeoutMs, onProgress });
    } catch (cause) {
      if (both.aborted || isFileChangedError(cause) || !(await hasChanged(file, both))) throw cause;
      throw new FileChangedError(file.file, { cause });
    }
    counter.add(1, size - told);
  });
}

/** Whether a file has other bytes than when it was hashed, or can't be read any more. */
async function hasChanged({ digest, sha }: HashedFile, signal: AbortSignal): Promise<boolean> {
  try {
    return (await digest(signal)).sha !== sha;
  } catch {
    return true;
  }
}
