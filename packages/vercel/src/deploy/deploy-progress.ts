import type { CreateDeploymentData, GetDeploymentData } from "../generated/operations.ts";

/** What a deploy is at. `creating` comes again after `uploading`. */
export type DeployPhase = "hashing" | "creating" | "uploading" | "building" | "aliasing";

/** A number of files, and their length together. */
export interface FileCount {
  /** How many. */
  readonly files: number;
  /** How many bytes they have together. */
  readonly bytes: number;
}

/** How far a deploy is. In each phase, `files` and `bytes` only grow. */
export interface DeployProgress extends FileCount {
  /** What it is at. */
  readonly phase: DeployPhase;
  /**
   * What this phase has to do: while uploading the files that the server did not have, each content once, and otherwise
   * all files.
   */
  readonly total: FileCount;
  /** The deployment as it is now, from when there is one. */
  readonly deployment?: CreateDeploymentData | GetDeploymentData;
}

/** Tells how far a deploy is. */
export type TellProgress = (progress: DeployProgress) => void;

/** Counts what is done of a phase, and tells it. */
export interface PhaseCounter {
  /** What is done by now. */
  readonly done: FileCount;
  /** Takes up more to do. */
  expect(files: number, bytes: number): void;
  /** Notes what was done since. */
  add(files: number, bytes: number): void;
}

/** Makes the counter of a phase; it tells with each step. */
export function phaseCounter(phase: DeployPhase, tell: TellProgress): PhaseCounter {
  let done: FileCount = { files: 0, bytes: 0 };
  let total = done;
  const plus = (count: FileCount, files: number, bytes: number) => ({
    files: count.files + files,
    bytes: count.bytes + bytes,
  });
  return {
    get done() {
      return done;
    },
    expect(files, bytes) {
      total = plus(total, files, bytes);
      tell({ phase, ...done, total });
    },
    add(files, bytes) {
      done = plus(done, files, bytes);
      tell({ phase, ...done, total });
    },
  };
}
