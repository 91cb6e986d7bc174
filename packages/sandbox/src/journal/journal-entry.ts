import type { OperationTable } from "../tables/tables.ts";

/** What the engine tells the journal of one exchange, secrets included. Nothing of it is kept as it is. */
export interface JournalRecord {
  readonly id: string;
  /** Session clock, milliseconds since 1970-01-01 UTC. */
  readonly at: number;
  /** Real time that the answer took, in milliseconds. */
  readonly durationMs: number;
  readonly session: string;
  readonly api: string;
  /** Undefined where the request met no operation. */
  readonly operation: OperationTable | undefined;
  /** In capitals. */
  readonly method: string;
  /** Path of the request without the session's prefix, percent-encoded. */
  readonly pathname: string;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  readonly status: number;
  readonly violations: readonly string[];
  /** Undefined for a request without a body, or with one that was refused. */
  readonly requestBody: unknown;
  /** Undefined for an answer that is no JSON. */
  readonly responseBody: unknown;
}

/** One exchange as the journal keeps it: what is secret is `***`, and headers are not kept. */
export interface JournalEntry {
  /** The id that a refused request's answer carries in `x-sandbox-violations`. */
  readonly id: string;
  /** Session clock, milliseconds since 1970-01-01 UTC. */
  readonly at: number;
  /** Real time when the answer was ready, milliseconds since 1970-01-01 UTC. */
  readonly realAt: number;
  /** Real time that the answer took, in milliseconds. */
  readonly durationMs: number;
  readonly session: string;
  readonly api: string;
  /** Absent where the request met no operation. */
  readonly operationId?: string;
  /** In capitals. */
  readonly method: string;
  readonly path: string;
  /** The values of each query parameter, in their order. */
  readonly query: Readonly<Record<string, readonly string[]>>;
  readonly status: number;
  /** What the request, or an answer of the sandbox itself, breaks; absent when nothing. */
  readonly violations?: readonly string[];
  /** JSON of the request; a file stands as its name, type and size. */
  readonly requestBody?: unknown;
  /** JSON of the answer. */
  readonly responseBody?: unknown;
  /** The bodies that are left out: they have more than 8192 characters, or 1000 newer entries have theirs. */
  readonly omitted?: readonly ("requestBody" | "responseBody")[];
}

/** Which entries are meant; every member narrows. */
export interface JournalFilter {
  readonly operationId?: string;
  /** A status such as 404, or a class such as `4xx`. */
  readonly status?: number | string;
  /** Only what happened at this time or later, milliseconds since 1970-01-01 UTC on the session clock. */
  readonly since?: number;
}
