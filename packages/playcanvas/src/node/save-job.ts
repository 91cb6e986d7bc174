import type { FileResult } from "@fairlead/runtime/files";
import { checkArchiveTarget, type SavedArchive, saveArchive } from "@fairlead/runtime/node";
import type { Job, WaitOptions } from "@fairlead/runtime/waiters";
import { progressText } from "./progress-text.ts";

/** How far it is. */
export type SaveProgress = SaveStep & {
  /** The same for people, such as `running, 4 s` or `3.1 of 10.4 MB`. */
  readonly text: string;
};

/** A step of it. */
export type SaveStep =
  | {
      /** The service works on it. */
      readonly step: "job";
      /** The state of the job, such as `running`. */
      readonly state: string;
      /** Milliseconds since it was started. */
      readonly elapsedMs: number;
    }
  | {
      /** The archive is on its way. */
      readonly step: "fetch";
      /** Bytes that have come. */
      readonly received: number;
      /** Bytes that there are; `undefined` where nobody knows. */
      readonly total: number | undefined;
    }
  | {
      /** The archive is here, and is unpacked. */
      readonly step: "unpack";
    };

/** Options of `saveBuild` and `saveExport`. */
export interface SaveOptions {
  /** Ends it within one tick when it aborts; nothing is kept. The job of the service goes on. */
  readonly signal?: AbortSignal;
  /**
   * Milliseconds that the service may take for the job.
   * @default 600000
   */
  readonly maxWaitMs?: number;
  /** Is told each state of the job, then how far the transfer is (at most every 100 ms), then of the unpacking. */
  readonly onProgress?: (progress: SaveProgress) => void;
}

/**
 * Starts a job whose result is a ZIP archive, waits for it, fetches the archive and unpacks it. The target is checked
 * first, so that a job is not started for nothing.
 */
export async function saveJob<State extends { readonly status: string }>(
  start: (options: WaitOptions<State>) => Job<State, FileResult>,
  target: string,
  { signal, maxWaitMs, onProgress }: SaveOptions = {},
): Promise<SavedArchive> {
  await checkArchiveTarget(target);
  const tell = (step: SaveStep) => onProgress?.({ ...step, text: progressText(step) });
  const job = start({
    ...(signal && { signal }),
    ...(maxWaitMs !== undefined && { maxWaitMs }),
    onProgress: ({ status: state }, { elapsedMs }) => tell({ step: "job", state, elapsedMs }),
  });
  return await saveArchive(await job.done(), target, { ...(signal && { signal }), onProgress: tell });
}
