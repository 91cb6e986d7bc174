import { writePointer } from "../pointer.ts";
import type { OperationTable, Tables } from "../tables/tables.ts";
import type { Answer } from "./answer.ts";
import type { Actor } from "./call.ts";
import { firstExample } from "./error-answer.ts";
import { successStatus } from "./success-status.ts";

/** The quota of a tier; of the lowest where the class has no such tier. */
export function quotaOf(
  table: { readonly quota: number; readonly tiers: Readonly<Record<string, number>> },
  tier: string | undefined,
): number {
  return (tier === undefined ? undefined : table.tiers[tier]) ?? table.quota;
}

/**
 * The answer of an operation that tells the account's quotas: its example, with the numbers of the same table that the
 * quotas are counted by. Undefined where no class names the operation.
 */
export function accountAnswer(operation: OperationTable, tables: Tables, actor: Actor): Answer | undefined {
  const told = Object.values(tables.rateLimits).filter(({ account }) => account?.operationId === operation.id);
  if (told.length === 0) return undefined;
  const status = successStatus(operation, tables);
  const example = firstExample(tables.responses[operation.responses[String(status)] ?? ""]);
  const json = told.reduce(
    (body, table) => writePointer(body, table.account?.pointer ?? "", quotaOf(table, actor.tier)),
    example,
  );
  return { status, json };
}
