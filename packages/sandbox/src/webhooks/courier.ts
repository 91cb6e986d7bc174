import type { Actor } from "../engine/call.ts";
import { maskAddresses } from "../journal/mask-address.ts";
import { readPointer } from "../pointer.ts";
import type { Clock } from "../session/clock.ts";
import type { Random } from "../session/random.ts";
import type { Author, Change } from "../store/change-log.ts";
import type { EntityStore } from "../store/entity-store.ts";
import type { Entity, Store } from "../store/store.ts";
import type { Tables, WebhooksTable } from "../tables/tables.ts";
import { describeErrors } from "../validation/violations.ts";
import { bodyValidator } from "./body-validator.ts";
import type { Delivery, DeliveryAttempt, DeliveryFilter } from "./delivery.ts";
import { eventsOf } from "./events-of.ts";
import { postEvent } from "./post-event.ts";
import type { WebhookHook } from "./webhook-hook.ts";

/** How events leave a sandbox. */
export interface Post {
  /** Whether they are sent by themselves; a replay sends one in any case. */
  readonly send: boolean;
  readonly fetch: typeof fetch;
}

/** What a courier works with. */
export interface CourierOptions {
  readonly api: string;
  readonly tables: Tables;
  readonly hook: WebhookHook | undefined;
  readonly post: Post;
  readonly store: EntityStore;
  readonly clock: Clock;
  readonly random: Random;
  /** How many deliveries are kept; older ones are dropped. */
  readonly capacity: number;
}

/** A delivery with what is needed to go on with it. */
interface Parcel {
  delivery: Delivery;
  /** The raw body: every attempt signs and sends the same bytes. */
  readonly text: string;
  /** Attempts that are left. */
  left: number;
  /** Stops waiting for the next attempt. */
  stop: () => void;
}

/**
 * Tells those who asked to be told what became of entities of one API in one session. Attempts wait for the session
 * clock; those to one receiver go one after the other. It is no part of a snapshot: a fork would send again what the
 * other session sends.
 */
export class Courier {
  readonly #options: CourierOptions;
  readonly #table: WebhooksTable | undefined;
  /** The author of what time brings about, such as the end of a job. */
  readonly time: Author = {};
  /** Origin of the sandbox as the last request had it: what jobs that nobody looks at make addresses of. */
  origin = "http://localhost";
  #parcels: Parcel[] = [];
  #count = 0;
  /** Ends what is under way when the session is reset, restored or removed. */
  #ended = new AbortController();
  /** The last work for each receiver. */
  readonly #lanes = new Map<string, Promise<void>>();

  constructor(options: CourierOptions) {
    this.#options = options;
    this.#table = options.tables.webhooks;
  }

  /** Sends what the changes of an author are. @param actor - Who that is. */
  tell(by: Author, actor?: Actor): void {
    if (this.#table === undefined) return;
    for (const change of this.#options.store.changes.take(by)) {
      for (const name of eventsOf(change, this.#table)) this.#announce(name, change, this.#table, actor);
    }
  }

  /** The deliveries that are meant, oldest first. */
  list({ event, receiver, state }: DeliveryFilter = {}): readonly Delivery[] {
    return this.#parcels
      .map(({ delivery }) => delivery)
      .filter(
        (one) =>
          (event === undefined || one.event === event) &&
          (receiver === undefined || one.receiver === receiver) &&
          (state === undefined || one.state === state),
      );
  }

  /**
   * Sends a delivery once more, with the same body, to the address that its receiver has now.
   * @returns The new delivery; undefined where there is none of that id.
   */
  replay(id: string): Delivery | undefined {
    const parcel = this.#parcels.find(({ delivery }) => delivery.id === id);
    if (parcel === undefined || this.#table === undefined) return undefined;
    const { event, receiver, body, error } = parcel.delivery;
    const now = this.#options.clock.now();
    const about = {
      event,
      receiver,
      body,
      at: parcel.delivery.at,
      replayOf: id,
      ...(error !== undefined && { error }),
    };
    return this.#add(about, parcel.text, error === undefined ? now : undefined).delivery;
  }

  /** Resolves when no attempt is under way. Attempts that wait for a later time are not waited for. */
  async settled(): Promise<void> {
    while (this.#lanes.size > 0) await Promise.all(this.#lanes.values());
  }

  /** Whether an attempt is under way. */
  get isBusy(): boolean {
    return this.#lanes.size > 0;
  }

  /** The store for what belongs together, such as one request: `tell` knows its changes by it. */
  storeOf(by: Author): Store {
    const { store } = this.#options;
    return store.changes.writtenBy(by, store);
  }

  /** Sends nothing any more, and ends what is under way. */
  end(): void {
    this.clear();
    this.#ended.abort();
  }

  /** Forgets all deliveries and ends what is under way. */
  clear(): void {
    if (this.#ended.signal.aborted) return;
    this.#ended.abort();
    this.#ended = new AbortController();
    for (const { stop } of this.#parcels) stop();
    this.#parcels = [];
    this.#lanes.clear();
    this.#count = 0;
  }

  #announce(name: string, change: Change, table: WebhooksTable, actor: Actor | undefined): void {
    const { store } = this.#options;
    const { type, before, after, at } = change;
    const entity = after === undefined ? before : (store.current(type, after) ?? after);
    if (entity === undefined) return;
    for (const receiver of store.list(table.receiver.type)) {
      const wanted = readPointer(receiver, table.receiver.events);
      if (!Array.isArray(wanted) || !wanted.includes(name)) continue;
      const event = { name, type, entity, at, ...(before && { before }), ...(actor && { actor }) };
      this.#address(event, receiver, table);
    }
  }

  #address(event: Omit<Parameters<WebhookHook>[0], "id">, receiver: Entity, table: WebhooksTable): void {
    const { hook, store, random, tables } = this.#options;
    const key = String(readPointer(receiver, tables.resources[table.receiver.type]?.key.pointer ?? ""));
    const id = random.token(`webhook ${key} ${event.name} ${event.at} ${this.#count}`, 24);
    const about = { event: event.name, receiver: key, at: event.at };
    let body: unknown;
    let text: string | undefined;
    try {
      body = hook?.({ ...event, id }, receiver, { store, random });
      text = JSON.stringify(body);
    } catch (error) {
      this.#add({ ...about, body: null, error: `The hook failed: ${String(error)}` }, "", undefined);
      return;
    }
    if (text === undefined) return;
    const validate = bodyValidator(tables, table.events[event.name]?.body ?? true);
    const wrong = validate(JSON.parse(text)) ? [] : describeErrors("body", validate.errors);
    const error = wrong.length === 0 ? {} : { error: `The event breaks the document: ${wrong.join("; ")}` };
    const due = wrong.length === 0 && this.#options.post.send ? this.#options.clock.now() : undefined;
    this.#add({ ...about, body, ...error }, text, due);
  }

  /** Takes a delivery in. @param due - When the first attempt is; never, where it is undefined. */
  #add(
    about: Pick<Delivery, "event" | "receiver" | "at" | "body" | "replayOf" | "error">,
    text: string,
    due: number | undefined,
  ): Parcel {
    const { api, capacity } = this.#options;
    this.#count += 1;
    const state = due !== undefined ? "pending" : about.error === undefined ? "held" : "failed";
    const url = maskAddresses(this.#urlOf(about.receiver) ?? "");
    const delivery: Delivery = { id: `${api}-${this.#count}`, api, ...about, url, state, attempts: [] };
    const parcel: Parcel = { delivery, text, left: this.#table?.delivery.attempts ?? 1, stop: () => undefined };
    this.#parcels.push(parcel);
    if (this.#parcels.length > capacity) this.#parcels.shift()?.stop();
    if (due !== undefined) this.#wait(parcel, due);
    return parcel;
  }

  #wait(parcel: Parcel, due: number): void {
    if (this.#ended.signal.aborted) return;
    parcel.delivery = { ...parcel.delivery, nextAt: due };
    let isDue = false;
    const stop = this.#options.clock.onReach(due, () => {
      isDue = true;
      this.#queue(parcel, due);
    });
    parcel.stop = isDue ? () => undefined : stop;
  }

  #queue(parcel: Parcel, due: number): void {
    const { receiver } = parcel.delivery;
    const before = this.#lanes.get(receiver) ?? Promise.resolve();
    const { signal } = this.#ended;
    const work = before.then(() => (signal.aborted ? undefined : this.#attempt(parcel, due, signal)));
    const lane = work.finally(() => {
      if (this.#lanes.get(receiver) === lane) this.#lanes.delete(receiver);
    });
    this.#lanes.set(receiver, lane);
  }

  async #attempt(parcel: Parcel, due: number, signal: AbortSignal): Promise<void> {
    const { post, store } = this.#options;
    const table = this.#table;
    const entity = table && store.get(table.receiver.type, parcel.delivery.receiver);
    const { nextAt: _, ...delivery } = parcel.delivery;
    if (table === undefined || entity === undefined) {
      parcel.delivery = { ...delivery, state: "dropped" };
      return;
    }
    const begunAt = performance.now();
    const { delivered, ...outcome } = await postEvent({
      url: String(readPointer(entity, table.receiver.url)),
      body: parcel.text,
      header: table.signature.header,
      secret: String(readPointer(entity, table.receiver.secret)),
      timeoutMs: table.delivery.timeoutMs,
      fetch: post.fetch,
      signal,
    });
    if (signal.aborted) return;
    const attempt: DeliveryAttempt = { at: due, durationMs: Math.round(performance.now() - begunAt), ...outcome };
    parcel.left -= 1;
    const state = delivered ? "delivered" : parcel.left > 0 ? "pending" : "failed";
    const attempts = [...delivery.attempts, attempt];
    parcel.delivery = { ...delivery, state, attempts };
    // From when it was due: a virtual clock may have been moved over several attempts at once.
    if (state === "pending" && this.#parcels.includes(parcel))
      this.#wait(parcel, due + table.delivery.backoffMs * 2 ** (attempts.length - 1));
  }

  #urlOf(receiver: string): string | undefined {
    const { store } = this.#options;
    const entity = this.#table && store.get(this.#table.receiver.type, receiver);
    return entity && this.#table ? String(readPointer(entity, this.#table.receiver.url)) : undefined;
  }
}
