import { Map as ImmutableMap } from "immutable";
import { Refusal } from "../engine/refusal.ts";
import { SandboxLimitError } from "../limits.ts";
import { readPointer, writePointer } from "../pointer.ts";
import type { Clock } from "../session/clock.ts";
import type { Forkable } from "../session/forkable.ts";
import type { Random } from "../session/random.ts";
import type { Pointer, ResourceTable, Tables } from "../tables/tables.ts";
import { ChangeLog } from "./change-log.ts";
import { childrenOf } from "./children-of.ts";
import { findDoomed } from "./doomed.ts";
import { freeze } from "./freeze.ts";
import { identityOf, keyOf, valuesOf } from "./identity.ts";
import { matches } from "./matches.ts";
import { newKey } from "./new-key.ts";
import type { Entity, Store } from "./store.ts";
import { parseStore, storeJson } from "./store-json.ts";
import { emptyType, ordinalOf, ordinalsOf, type TypeState, withEntity, withoutEntities } from "./type-state.ts";

/** All entities of a store at one point. */
export type StoreState = ImmutableMap<string, TypeState>;

/** What a store works with. */
export interface EntityStoreOptions {
  readonly tables: Pick<Tables, "resources" | "webhooks">;
  readonly clock: Pick<Clock, "now">;
  readonly random: Random;
  /** How many entities the session may hold. */
  readonly limit: number;
  /** Entities of the session's other stores. @default none */
  readonly elsewhere?: () => number;
}

/** The lists of versions that were asked for, for as long as the versions live; forks share them. */
const lists = new WeakMap<TypeState["entities"], readonly Entity[]>();

/** A store on persistent maps: a fork shares everything with what it was forked from until one of them changes it. */
export class EntityStore implements Store, Forkable<StoreState> {
  /** What became of entities that somebody is told of. */
  readonly changes: ChangeLog;
  readonly #options: EntityStoreOptions;
  readonly #resources: Readonly<Record<string, ResourceTable>>;
  readonly #listeners = new Set<{ readonly listener: () => void }>();
  #types: StoreState = ImmutableMap();
  #version = 0;

  constructor(options: EntityStoreOptions) {
    this.#options = options;
    this.#resources = options.tables.resources;
    const { events = {} } = options.tables.webhooks ?? {};
    this.changes = new ChangeLog(
      new Set(Object.values(events).flatMap(({ on }) => on.map(({ resource }) => resource))),
    );
  }

  /** How many entities it holds. */
  get size(): number {
    return this.#types.reduce((sum, { entities }) => sum + entities.size, 0);
  }

  get version(): number {
    return this.#version;
  }

  onChange(listener: () => void): () => void {
    const entry = { listener };
    this.#listeners.add(entry);
    return () => void this.#listeners.delete(entry);
  }

  get(type: string, key: string | number, where?: Entity): Entity | undefined {
    const table = this.#table(type);
    const state = this.#state(type);
    const within = table.key.within ?? [];
    if (where !== undefined && within.length > 0 && valuesOf(where, within) !== undefined) {
      const ordinal = state.identities.get(identityOf(key, where, table));
      const entity = ordinal === undefined ? undefined : state.entities.get(ordinal);
      return entity !== undefined && matches(entity, where) ? entity : undefined;
    }
    for (const ordinal of ordinalsOf(state, table, key)) {
      const entity = state.entities.get(ordinal);
      if (entity !== undefined && (where === undefined || matches(entity, where))) return entity;
    }
    return undefined;
  }

  list(type: string, where?: Entity | ((entity: Entity) => boolean)): readonly Entity[] {
    const table = this.#table(type);
    const { entities } = this.#state(type);
    let all = lists.get(entities);
    if (all === undefined) {
      all = Object.freeze([...entities.values()]);
      lists.set(entities, all);
    }
    if (where === undefined) return all;
    if (typeof where === "function") return all.filter(where);
    const few = childrenOf(all, table.parent?.pointer, where) ?? all;
    return few.filter((entity) => matches(entity, where));
  }

  create(type: string, value: Entity): Entity {
    const table = this.#table(type);
    const now = this.#freeTime(type, this.#options.clock.now());
    const after = this.#add(type, this.#stamped(table, value, [table.times.created, table.times.modified], now));
    this.changes.note({ type, action: "create", after, at: now });
    return after;
  }

  /**
   * Stores entities as they are: their keys and times stay, and only what is missing is filled in.
   * @throws {Refusal} As for `create`.
   * @throws {SandboxLimitError} The session is full.
   */
  seed(type: string, values: readonly Entity[]): void {
    const table = this.#table(type);
    const { times } = table;
    const now = this.#options.clock.now();
    for (const value of values) {
      const missing = [times.created, times.modified].filter(
        (pointer) => pointer !== undefined && readPointer(value, pointer) === undefined,
      );
      this.#add(type, this.#stamped(table, value, missing, now));
    }
  }

  /** A stored entity as it is now, whichever version of it is given; undefined where it is gone. */
  current(type: string, entity: Entity): Entity | undefined {
    const state = this.#state(type);
    const ordinal = ordinalOf(state, this.#table(type), entity);
    return ordinal === undefined ? undefined : state.entities.get(ordinal);
  }

  update(type: string, entity: Entity, changes: Entity, at: number = this.#options.clock.now()): Entity {
    const table = this.#table(type);
    const { state, ordinal, current } = this.#stored(type, entity);
    const merged = Object.entries({ ...current, ...changes }).filter(([, member]) => member !== undefined);
    const next = this.#stamped(table, Object.fromEntries(merged), [table.times.modified], at);
    if (keyOf(next, table) === undefined) throw new RangeError(`The key of a ${type} can't be taken away`);
    this.#checkParent(type, next, current);
    this.#checkUnique(type, state, next, ordinal);
    freeze(next);
    this.#change(this.#types.set(type, withEntity(state, table, ordinal, next)));
    this.changes.note({ type, action: "update", before: current, after: next, at });
    return next;
  }

  remove(type: string, entity: Entity): void {
    const { ordinal, current } = this.#stored(type, entity);
    const doomed = findDoomed(this.#options.tables, (name) => this.#state(name), type, ordinal);
    const types = this.#types.withMutations((changing) => {
      for (const [name, ordinals] of doomed)
        changing.set(name, withoutEntities(this.#state(name), this.#table(name), ordinals));
    });
    this.#change(types);
    this.changes.note({ type, action: "delete", before: current, at: this.#options.clock.now() });
  }

  attempt<Result>(work: () => Result, succeeded: (result: Result) => boolean = () => true): Result {
    const before = this.#types;
    const mark = this.changes.mark();
    let kept = false;
    try {
      const result = work();
      kept = succeeded(result);
      return result;
    } finally {
      if (!kept && this.#types !== before) {
        this.changes.rewind(mark);
        this.#change(before);
      }
    }
  }

  save(): StoreState {
    return this.#types;
  }

  load(saved: StoreState): void {
    this.changes.clear();
    this.#change(saved);
  }

  toJSON(saved: StoreState): unknown {
    return storeJson(saved);
  }

  fromJSON(json: unknown): StoreState {
    return parseStore(json, this.#resources);
  }

  #change(types: StoreState): void {
    this.#types = types;
    this.#version += 1;
    for (const entry of [...this.#listeners]) if (this.#listeners.has(entry)) entry.listener();
  }

  #table(type: string): ResourceTable {
    const table = Object.hasOwn(this.#resources, type) ? this.#resources[type] : undefined;
    if (table !== undefined) return table;
    const known = Object.keys(this.#resources).join(", ");
    throw new RangeError(`There is no resource ${JSON.stringify(type)}; the document declares ${known || "none"}`);
  }

  #state(type: string): TypeState {
    return this.#types.get(type) ?? emptyType(this.#table(type));
  }

  #stored(type: string, entity: Entity): { state: TypeState; ordinal: number; current: Entity } {
    const table = this.#table(type);
    const state = this.#state(type);
    const ordinal = ordinalOf(state, table, entity);
    const current = ordinal === undefined ? undefined : state.entities.get(ordinal);
    if (ordinal !== undefined && current !== undefined) return { state, ordinal, current };
    throw new Refusal(404, `${type} ${keyOf(entity, table) ?? "without a key"} does not exist`);
  }

  #add(type: string, value: Entity): Entity {
    const table = this.#table(type);
    const state = this.#state(type);
    this.#checkRoom();
    const entity = this.#withKey(type, table, state, this.#withInitial(table, value));
    this.#checkParent(type, entity);
    this.#checkUnique(type, state, entity, undefined);
    freeze(entity);
    this.#change(this.#types.set(type, withEntity(state, table, state.created, entity)));
    return entity;
  }

  #checkRoom(): void {
    const { limit, elsewhere } = this.#options;
    if (this.size + (elsewhere?.() ?? 0) < limit) return;
    throw new SandboxLimitError("entities", limit, "entities in this session");
  }

  /** A time that no entity has for its creation, where the type wants that: the clock's, or the next after the last. */
  #freeTime(type: string, now: number): number {
    const { format, created } = this.#table(type).times;
    if (format !== "ms" || created === undefined) return now;
    const last = Number(readPointer(this.#state(type).entities.last(), created));
    return last >= now ? last + 1 : now;
  }

  #stamped({ times }: ResourceTable, value: Entity, pointers: readonly (Pointer | undefined)[], at: number): Entity {
    const time = times.format === "ms" ? at : new Date(at).toISOString();
    return pointers.reduce<Entity>(
      (stamped, pointer) => (pointer === undefined ? stamped : (writePointer(stamped, pointer, time) as Entity)),
      { ...value },
    );
  }

  #withInitial(table: ResourceTable, value: Entity): Entity {
    return Object.entries(table.initial).reduce<Entity>(
      (filled, [pointer, initial]) =>
        readPointer(filled, pointer) === undefined ? (writePointer(filled, pointer, initial) as Entity) : filled,
      value,
    );
  }

  #withKey(type: string, table: ResourceTable, state: TypeState, value: Entity): Entity {
    if (keyOf(value, table) !== undefined) return value;
    for (let attempt = 0; ; attempt += 1) {
      const name = `${type}/${state.created}${attempt === 0 ? "" : `/${attempt}`}`;
      const key = newKey(table, this.#options.random, name, state.nextKey + attempt);
      if (key === undefined) throw new Refusal(400, `A new ${type} needs a key of its own at ${table.key.pointer}`);
      // A stored entity may have brought a key that a generator would make too.
      if (ordinalsOf(state, table, key).length === 0) return writePointer(value, table.key.pointer, key) as Entity;
    }
  }

  #checkParent(type: string, entity: Entity, before?: Entity): void {
    const { parent } = this.#table(type);
    if (parent === undefined) return;
    const key = readPointer(entity, parent.pointer);
    if (key === undefined || key === null) return;
    if (before !== undefined && readPointer(before, parent.pointer) === key) return;
    if (this.get(parent.type, key as string | number) === undefined)
      throw new Refusal(404, `${parent.type} ${String(key)} does not exist`);
  }

  #checkUnique(type: string, state: TypeState, entity: Entity, self: number | undefined): void {
    const table = this.#table(type);
    const key = keyOf(entity, table) as string | number;
    const holder = state.identities.get(identityOf(key, entity, table));
    if (holder !== undefined && holder !== self) throw new Refusal(409, `${type} ${key} exists already`);
    table.unique.forEach(({ pointers, status, response }, rule) => {
      const values = valuesOf(entity, pointers);
      const taken = values === undefined ? undefined : state.uniques[rule]?.get(values);
      if (taken === undefined || taken === self) return;
      const members = pointers.map((pointer) => pointer.slice(1)).join(" and ");
      throw new Refusal(status, `Another ${type} has the same ${members}`, { response });
    });
  }
}
