import type { Tables } from "../tables/tables.ts";
import type { JournalEntry, JournalFilter, JournalRecord } from "./journal-entry.ts";
import { maskRecord } from "./mask-record.ts";

export type { JournalEntry, JournalFilter, JournalRecord } from "./journal-entry.ts";

/** How many entries keep their bodies: a full journal of bodies would take hundreds of megabytes. */
const BODIES = 1000;

/**
 * What was asked of one API in one session, and answered. It keeps the last entries only, and what is secret is masked
 * before it is kept. It is no part of a snapshot: a fork begins with an empty one, and so does a session that was reset or
 * restored.
 */
export class Journal {
  readonly #capacity: number;
  readonly #tables: Tables;
  #entries: JournalEntry[] = [];
  /** How many were recorded; the next one's place in the ring follows from it. */
  #recorded = 0;

  /**
   * @param capacity - How many entries are kept, 1 or more; older ones are dropped.
   * @param tables - Of the API: they say what is secret.
   */
  constructor(capacity: number, tables: Tables) {
    this.#capacity = Math.max(1, capacity);
    this.#tables = tables;
  }

  /** Keeps an exchange, without its secrets. */
  record(record: JournalRecord): void {
    const place = this.#recorded % this.#capacity;
    const old = this.#recorded - BODIES;
    this.#entries[place] = maskRecord(record, this.#tables);
    this.#recorded += 1;
    if (old < 0 || this.#capacity <= BODIES) return;
    const entry = this.#entries[old % this.#capacity];
    if (entry !== undefined) this.#entries[old % this.#capacity] = withoutBodies(entry);
  }

  /** The entries that are meant, oldest first. */
  list(filter: JournalFilter = {}): readonly JournalEntry[] {
    const oldest = this.#entries.length < this.#capacity ? 0 : this.#recorded % this.#capacity;
    const inOrder = [...this.#entries.slice(oldest), ...this.#entries.slice(0, oldest)];
    return inOrder.filter((entry) => isMeant(entry, filter));
  }

  /** How many entries are meant: how often an operation was called, say. */
  count(filter: JournalFilter = {}): number {
    return this.#entries.reduce((count, entry) => count + (isMeant(entry, filter) ? 1 : 0), 0);
  }

  /** The entry of this id; undefined when there is none or it was dropped. */
  find(id: string): JournalEntry | undefined {
    return this.#entries.find((entry) => entry.id === id);
  }

  /** Forgets everything. */
  clear(): void {
    this.#entries = [];
    this.#recorded = 0;
  }
}

function withoutBodies(entry: JournalEntry): JournalEntry {
  const { requestBody, responseBody, omitted = [], ...rest } = entry;
  const left = [
    ...omitted,
    ...(requestBody === undefined ? [] : (["requestBody"] as const)),
    ...(responseBody === undefined ? [] : (["responseBody"] as const)),
  ];
  return left.length === 0 ? entry : { ...rest, omitted: left };
}

function isMeant({ operationId, status, at }: JournalEntry, filter: JournalFilter): boolean {
  return (
    (filter.operationId === undefined || filter.operationId === operationId) &&
    (filter.since === undefined || at >= filter.since) &&
    (filter.status === undefined || hasStatus(status, String(filter.status).toLowerCase()))
  );
}

function hasStatus(status: number, wanted: string): boolean {
  return wanted.endsWith("xx") ? `${Math.floor(status / 100)}xx` === wanted : String(status) === wanted;
}
