import type { Files } from "../files/files.ts";
import type { StoredFile } from "../files/stored-file.ts";
import type { Clock } from "../session/clock.ts";
import type { Random } from "../session/random.ts";
import type { Store } from "../store/store.ts";
import type { OperationTable, Tables } from "../tables/tables.ts";
import type { ParameterValues } from "../validation/parameters.ts";
import type { Answer } from "./answer.ts";
import type { Actor, Call } from "./call.ts";
import { Refusal } from "./refusal.ts";
import { successStatus } from "./success-status.ts";

/** What a call is made of. */
export interface CallParts extends ParameterValues {
  readonly operation: OperationTable;
  readonly body: unknown;
  readonly actor: Actor;
  readonly store: Store;
  readonly files: Files;
  readonly clock: Clock;
  readonly random: Random;
  readonly origin: string;
  readonly gone: AbortSignal;
  readonly changed: Call["changed"];
}

/** A request as the engine itself works with it: the shapes are those of whatever operation it is. */
export type LiveCall = Omit<Call, "path" | "query" | "header" | "body"> & ParameterValues & { body: unknown };

/** Makes the call of a request that has passed every check. */
export function makeCall(parts: CallParts, tables: Tables): LiveCall {
  return {
    ...parts,
    timestamp: () => new Date(parts.clock.now()).toISOString(),
    refuse: (status, message) => new Refusal(status, message),
    reply: (json, { status = successStatus(parts.operation, tables), headers } = {}): Answer => ({
      status,
      json,
      ...(headers && { headers }),
    }),
  };
}

/** Whether a value is a kept file. */
export function isStoredFile(value: unknown): value is StoredFile {
  return typeof value === "object" && value !== null && "sha256" in value && "blob" in value;
}
