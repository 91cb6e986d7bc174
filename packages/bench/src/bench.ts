import type { InstalledPeer } from "./install-peers.ts";
import type { MachineNode } from "./machine-node.ts";
import type { BenchPlan } from "./plan.ts";

/** What each part of the bench measures, and what with. */
export interface Bench {
  readonly plan: BenchPlan;
  readonly node: MachineNode;
  /** The machine's own Node, which may be an older one that users still have. */
  readonly machine: MachineNode;
  /** fetch without a client. */
  readonly baseline: InstalledPeer;
  /** Node's own fetch when it is first used. */
  readonly touched: InstalledPeer;
  /** Our client in its two forms. */
  readonly own: readonly [operation: InstalledPeer, method: InstalledPeer];
  /** The clients of others, as far as they could be installed. */
  readonly others: readonly InstalledPeer[];
}
