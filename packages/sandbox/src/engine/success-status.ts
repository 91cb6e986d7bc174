import type { OperationTable, Tables } from "../tables/tables.ts";

const known = new WeakMap<OperationTable, number>();

/**
 * The status of an ordinary success: the lowest that the operation declares, apart from the one that a repeated
 * idempotency key is answered with.
 */
export function successStatus(operation: OperationTable, tables: Tables): number {
  const status = known.get(operation) ?? find(operation, tables);
  known.set(operation, status);
  return status;
}

function find({ idempotency, responses }: OperationTable, tables: Tables): number {
  const replay = idempotency === undefined ? undefined : tables.idempotency[idempotency]?.replayStatus;
  const declared = Object.keys(responses)
    .map(Number)
    .filter((status) => status >= 200 && status < 300)
    .sort((a, b) => a - b);
  return declared.find((status) => status !== replay) ?? declared[0] ?? 200;
}
