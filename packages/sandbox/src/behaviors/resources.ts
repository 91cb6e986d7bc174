import type { Answer } from "../engine/answer.ts";
import { isStoredFile, type LiveCall } from "../engine/live-call.ts";
import { Refusal } from "../engine/refusal.ts";
import { partsOf, readPointer, writePointer } from "../pointer.ts";
import type { Entity } from "../store/store.ts";
import type { ParamRef, Pointer, ResourceTable, ResourceUse, Tables } from "../tables/tables.ts";
import { cutPage } from "./pages.ts";
import { readParam } from "./read-param.ts";
import { condition, isWanted } from "./resource-condition.ts";
import { sortEntities } from "./sort-entities.ts";

/**
 * Does with a resource what an operation declares: lists, stores, gives, changes or removes.
 * @throws {Refusal} 404, what the request names does not exist; else as the store refuses it.
 * @throws {RangeError} The tables have no such resource.
 */
export function performResource(call: LiveCall, use: ResourceUse, tables: Tables): Answer {
  const table = Object.hasOwn(tables.resources, use.type) ? tables.resources[use.type] : undefined;
  if (table === undefined) throw new RangeError(`The document declares no resource ${JSON.stringify(use.type)}`);
  checkParent(call, use, table);
  switch (use.action) {
    case "list":
      return list(call, use);
    case "create":
      return show(call.store.create(use.type, newEntity(call, use, table)));
    case "get":
      return show(find(call, use));
    case "update":
      return show(call.store.update(use.type, find(call, use), changes(call, use, table)));
    case "replace": {
      const entity = find(call, use);
      return show(call.store.update(use.type, entity, replacement(call, use, table, entity)));
    }
    case "delete": {
      const entity = find(call, use);
      call.store.remove(use.type, entity);
      return show(entity);
    }
  }

  /** The entity as the success is declared: not at all where that has no body. */
  function show(entity: Entity): Answer {
    const { status } = call.reply(undefined);
    const response = tables.responses[call.operation.responses[String(status)] ?? ""];
    return Object.keys(response?.content ?? {}).length === 0 ? { status } : { status, json: shown(use, entity) };
  }
}

function list(call: LiveCall, use: ResourceUse): Answer {
  const wanted = [...conditions(call, use.scope, true), ...conditions(call, use.filter, false)];
  const found = call.store.list(use.type, wanted.length === 0 ? undefined : (entity) => isWanted(entity, wanted));
  const sorted = sortEntities(found, call, use);
  const { pagination } = call.operation;
  if (pagination === undefined) return call.reply(writePointer({}, use.result, sorted));
  const { items, members } = cutPage(sorted, pagination, call.query);
  const body = members.reduce<unknown>(
    (json, [pointer, value]) => writePointer(json, pointer, value),
    writePointer({}, pagination.items, items),
  );
  return call.reply(body);
}

/** The entity that the request names. */
function find(call: LiveCall, use: ResourceUse): Entity {
  const key = use.key === undefined ? undefined : readParam(call, use.key);
  const wanted = [...conditions(call, use.scope, true), ...conditions(call, use.filter, false)];
  const entity =
    typeof key === "string" || typeof key === "number" ? call.store.get(use.type, key, condition(wanted)) : undefined;
  if (entity !== undefined && isWanted(entity, wanted)) return entity;
  throw new Refusal(404, `${use.type} ${String(key)} does not exist`);
}

function newEntity(call: LiveCall, use: ResourceUse, table: ResourceTable): Entity {
  const { generate, pointer } = table.key;
  const chosen = generate === "request";
  const given = entityOf(call, use, [...(chosen ? [] : [pointer]), table.times.created, table.times.modified]);
  const key = chosen && use.key !== undefined ? conditions(call, { [pointer]: use.key }, false) : [];
  const added = [...key, ...conditions(call, use.scope, true), ...conditions(call, use.hidden, false)];
  return added.reduce<unknown>((entity, [at, value]) => writePointer(entity, at, value), given) as Entity;
}

function changes(call: LiveCall, use: ResourceUse, table: ResourceTable): Entity {
  return entityOf(call, use, ownPointers(use, table));
}

/** The given members; those of the old entity that are not given go, apart from what no request can set. */
function replacement(call: LiveCall, use: ResourceUse, table: ResourceTable, old: Entity): Entity {
  const own = ownPointers(use, table).map((pointer) => partsOf(pointer)[0]);
  const gone = Object.keys(old).filter((name) => !own.includes(name));
  const initial = Object.entries(table.initial).reduce<unknown>(
    (entity, [at, value]) => writePointer(entity, at, value),
    {},
  );
  return {
    ...Object.fromEntries(gone.map((name) => [name, undefined])),
    ...(initial as Entity),
    ...changes(call, use, table),
  };
}

/** What stays as it is when an entity is changed: its key, times, and what it belongs to. */
function ownPointers({ scope, hidden }: ResourceUse, { key, times, parent }: ResourceTable): Pointer[] {
  const own = [key.pointer, ...(key.within ?? []), times.created, times.modified, parent?.pointer];
  return [...own, ...Object.keys(scope), ...Object.keys(hidden)].filter((pointer) => pointer !== undefined);
}

/** The entity in the request body without members that it can't set; files in forms are for hooks to keep. */
function entityOf(call: LiveCall, { item }: ResourceUse, without: readonly (Pointer | undefined)[]): Entity {
  const given = readPointer(call.body, item);
  if (typeof given !== "object" || given === null || isStoredFile(given)) return {};
  const names = without.map((pointer) => (pointer === undefined ? undefined : partsOf(pointer)[0]));
  const members = Object.entries(given).filter(([name, value]) => !names.includes(name) && !isStoredFile(value));
  return Object.fromEntries(members);
}

function shown({ result }: ResourceUse, entity: Entity): unknown {
  return result === "" ? entity : writePointer({}, result, entity);
}

/** @throws {Refusal} 404, the parent that the request names does not exist. */
function checkParent(call: LiveCall, { scope }: ResourceUse, { parent }: ResourceTable): void {
  if (parent === undefined) return;
  for (const [, key] of conditions(
    call,
    Object.fromEntries(Object.entries(scope).filter(([at]) => at === parent.pointer)),
    true,
  )) {
    const known = typeof key === "string" || typeof key === "number" ? call.store.get(parent.type, key) : undefined;
    if (known === undefined) throw new Refusal(404, `${parent.type} ${String(key)} does not exist`);
  }
}

/** Values of the request by where they stand in the entity; one that the request has not is left out unless all are needed. */
function conditions(
  call: LiveCall,
  refs: Readonly<Record<Pointer, ParamRef>>,
  all: boolean,
): (readonly [Pointer, unknown])[] {
  return Object.entries(refs)
    .map(([pointer, ref]) => [pointer, readParam(call, ref)] as const)
    .filter(([, value]) => all || value !== undefined);
}
