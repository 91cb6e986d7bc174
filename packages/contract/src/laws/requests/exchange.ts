import type { OperationTable } from "@fairlead/sandbox/tables";
import type { RequestDraft } from "./request-draft.ts";

/** A request and its answer. */
export interface Exchange {
  /** Absent for a path or a method that is not declared. */
  readonly operation: OperationTable | undefined;
  readonly draft: RequestDraft | undefined;
  readonly method: string;
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
  /** The body as JSON; undefined where it is none. */
  readonly json: unknown;
  /** The request as a command line. */
  readonly curl: string;
}

/** Whether the answer is a success. */
export function isSuccess({ status }: Exchange): boolean {
  return status >= 200 && status < 300;
}

/** Whether an operation did what it is for: with a success, or where it leads elsewhere with a declared redirect. */
export function isDone(exchange: Exchange): boolean {
  const { operation, status, headers } = exchange;
  const leadsOn = status > 300 && status < 400 && status !== 304 && headers.get("location") !== null;
  return isSuccess(exchange) || (leadsOn && operation?.responses[String(status)] !== undefined);
}

/** The answer in one line; what opens a file to whoever knows its address is left out. */
export function describeAnswer({ status, bytes }: Exchange): string {
  const body = new TextDecoder()
    .decode(bytes.subarray(0, 400))
    .replaceAll(/\s+/g, " ")
    .replaceAll(/(\/__sandbox__\/\w+\/)[^/"]+/g, "$1***");
  return body === "" ? `${status}, no body` : `${status} ${body}${bytes.length > 400 ? "..." : ""}`;
}
