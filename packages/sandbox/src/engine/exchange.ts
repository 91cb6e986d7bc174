import type { Taken } from "../behaviors/quotas.ts";
import type { JournalRecord } from "../journal/journal.ts";
import type { Clock } from "../session/clock.ts";
import type { OperationTable, RateLimitTable } from "../tables/tables.ts";
import type { Answer } from "./answer.ts";
import type { Incoming } from "./api-engine.ts";
import type { LiveCall } from "./live-call.ts";

let count = 0;

/** What becomes known of one request while it is answered; the journal's entry is made from it. */
export class Exchange {
  /** Names the entry in the journal, and stands in `x-sandbox-violations`. */
  readonly id: string = `${Date.now().toString(36)}-${(++count).toString(36)}`;
  operation: OperationTable | undefined;
  /** Methods of the path, where the request's own is not among them. */
  allow: readonly string[] = [];
  quota: { readonly table: RateLimitTable; readonly taken: Taken } | undefined;
  call: LiveCall | undefined;
  answer: Answer | undefined;
  /** Aborted when nobody reads the answer any more, where it is a stream. */
  readonly reader: AbortController = new AbortController();
  status = 0;
  readonly violations: string[] = [];
  readonly #api: string;
  readonly #incoming: Incoming;
  readonly #startedMs: number = performance.now();

  constructor(api: string, incoming: Incoming) {
    this.#api = api;
    this.#incoming = incoming;
  }

  /** The entry; the journal masks what is secret in it. */
  entry(clock: Clock): JournalRecord {
    const { request, url, pathname, session } = this.#incoming;
    return {
      id: this.id,
      at: clock.now(),
      durationMs: performance.now() - this.#startedMs,
      session: session.id,
      api: this.#api,
      operation: this.operation,
      method: request.method,
      pathname,
      query: url.searchParams,
      headers: request.headers,
      status: this.status,
      violations: this.violations,
      requestBody: this.call?.body,
      responseBody: this.answer?.json,
    };
  }
}
