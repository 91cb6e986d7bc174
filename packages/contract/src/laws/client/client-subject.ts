import type { OperationRow } from "@fairlead/runtime";
import type { Declarations } from "./declarations.ts";

/** The rows of a client by operationId: what its generated code gives the runtime. */
export type ClientRows = Readonly<Record<string, OperationRow>>;

/** The client that laws of clients judge, and what its document declares of it. */
export interface ClientSubject {
  readonly rows: ClientRows;
  readonly declarations: Declarations;
}
