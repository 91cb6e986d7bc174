import type { Evidence } from "@fairlead/behaviors";
import type { ApiDocument } from "./document.ts";

/** One API as the landing page shows it. */
export interface Api {
  /** Its folder in `spec/`, which is also the name of its page, its package and its download. */
  readonly name: string;
  /** The bundle, undecorated. */
  readonly document: ApiDocument;
  /** How each operation is known, in the document's order. */
  readonly evidence: readonly Evidence[];
  /** The lines of TypeScript that its package shows as a first call. */
  readonly firstCall?: string;
}

/** `3 documented, 1 assumed`: how many operations are known how, the best-founded first. */
export function evidenceSummary(evidence: readonly Evidence[]): string {
  const kinds = ["documented", "client", "assumed"] as const;
  const words = { documented: "documented", client: "from a real client", assumed: "assumed" };
  return kinds
    .map((kind) => ({ kind, count: evidence.filter((entry) => entry.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${count} ${words[kind]}`)
    .join(", ");
}

/**
 * The first and the last day on which operations were compared with their sources, each as YYYY-MM-DD.
 * @returns One day when they are equal; none when no operation was compared.
 */
export function checkedDays(evidence: readonly Evidence[]): string[] {
  const days = [...new Set(evidence.flatMap(({ checked }) => checked ?? []))].sort();
  return [...new Set([...days.slice(0, 1), ...days.slice(-1)])];
}
