import type { BatchOperation } from "./batch-operation.ts";

/** A batch of operations on the entities of a project. */
export interface ApplyBatchInput {
  /** Name of the project. */
  readonly project_name: string;
  /**
   * What to do, in this order. However many there are, they go out as one batch, because cutting it up would undo the
   * promise that all or nothing is done; no limit of the server is known.
   */
  readonly operations: readonly BatchOperation[];
  /**
   * Whether the others go on after a failure. If not, the first failure takes everything back.
   * @default false
   */
  readonly canFail?: boolean;
  /**
   * Whether the answer waits until the events of the changes were sent.
   * @default false
   */
  readonly waitForEvents?: boolean;
}
