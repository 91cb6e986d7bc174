import type { OperationTable, ResourceUse } from "@fairlead/sandbox/tables";
import { must } from "../broken.ts";
import type { RequestExample } from "../document/law-document.ts";
import { readPointer } from "../document/pointer.ts";
import type { LawContext } from "../law-context.ts";
import { identityOf, keyOf } from "../requests/cast.ts";
import { type Exchange, isSuccess } from "../requests/exchange.ts";
import type { LawClient } from "../requests/law-client.ts";
import { keyPointer, sentRef } from "../requests/references.ts";
import type { RequestDraft } from "../requests/request-draft.ts";
import { readRef, writeRef } from "../requests/valid-draft.ts";
import type { WorldEntity } from "../world.ts";
import { wholeList } from "./walk-pages.ts";

/** The operations that do something with a resource. */
export function operationsOn(type: string, action: ResourceUse["action"], { tables }: LawContext): OperationTable[] {
  return tables.operations.filter(({ resource }) => resource?.type === type && resource.action === action);
}

/**
 * Creates an entity by its operation, whose answer may show all of it, a part such as its key, or nothing.
 * @throws {Broken} It is refused or not stored.
 */
export async function createBy(
  client: LawClient,
  operation: OperationTable,
  draft?: RequestDraft,
): Promise<{ draft: RequestDraft; answer: Exchange; shown: unknown; entity: WorldEntity }> {
  const { tables } = client.context;
  const { type = "", result = "" } = operation.resource ?? {};
  const sent = draft ?? (await client.valid(operation));
  const before = new Set((await client.world.entities(type)).map((one) => identityOf(tables, type, one)));
  const answer = await client.send(operation, sent);
  must(isSuccess(answer), "a valid new entity is refused", answer);
  const shown = readPointer(answer.json, result);
  const key = newKey(operation, sent, shown, client.context);
  const all = await client.world.entities(type);
  const fresh = all.filter((one) => !before.has(identityOf(tables, type, one)));
  const hasKey = (one: WorldEntity): boolean => String(keyOf(tables, type, one)) === key;
  const entity = key === undefined ? fresh[0] : (fresh.find(hasKey) ?? all.find(hasKey));
  must(entity !== undefined, "what was created is not stored", answer);
  return { draft: sent, answer, shown, entity };
}

/**
 * The key of a new entity as text, undefined where nothing tells it: from the request where that chooses keys, else from
 * the answer, and where that says nothing from what the request wishes.
 */
function newKey(
  { resource: use }: OperationTable,
  sent: RequestDraft,
  shown: unknown,
  { tables }: LawContext,
): string | undefined {
  if (use === undefined) return undefined;
  const pointer = keyPointer(tables, use.type);
  const told = [readRef(sent, sentRef(use, pointer, tables)), readPointer(shown, pointer)];
  if (tables.resources[use.type]?.key.generate !== "request") told.reverse();
  const key = told.find((one) => typeof one === "string" || typeof one === "number");
  return key === undefined ? undefined : String(key);
}

/** A request of an operation about this entity: its key, and what the scope demands of it. */
export async function draftAbout(
  client: LawClient,
  operation: OperationTable,
  entity: WorldEntity,
  example?: RequestExample,
): Promise<RequestDraft> {
  const { resource: use } = operation;
  const { tables } = client.context;
  const from = example === undefined ? {} : { example };
  let draft = await client.valid(
    operation,
    use === undefined ? from : { ...from, given: new Map([[use.type, entity]]) },
  );
  if (use === undefined) return draft;
  if (use.key !== undefined && use.action !== "list")
    draft = writeRef(draft, use.key, readPointer(entity, tables.resources[use.type]?.key.pointer ?? "/id"));
  for (const [pointer, ref] of Object.entries({ ...use.filter, ...use.scope })) {
    const value = readPointer(entity, pointer);
    const isSent = readRef(draft, ref) !== undefined || Object.hasOwn(use.scope, pointer);
    if (value !== undefined && isSent) draft = writeRef(draft, ref, value);
  }
  return draft;
}

/** An entity of a type: a new one where an operation creates them, else one of the world. */
export async function someEntity(client: LawClient, type: string): Promise<WorldEntity | undefined> {
  const [create] = operationsOn(type, "create", client.context);
  if (create !== undefined) return (await createBy(client, create)).entity;
  return (await client.world.entities(type))[0];
}

/** The keys in a list that the entity should stand in, over all pages. */
export async function listedKeys(
  client: LawClient,
  list: OperationTable,
  entity: WorldEntity,
): Promise<{ keys: string[]; draft: RequestDraft; last: Exchange }> {
  const draft = await draftAbout(client, list, entity);
  const { items, last } = await wholeList(client, list, draft);
  return { keys: items.map((item) => itemKey(client, list, item)), draft, last };
}

/** The key of an item of a list as text: lists may show it under another name. */
export function itemKey(client: LawClient, { pagination, resource }: OperationTable, item: unknown): string {
  const shown = pagination?.key === undefined ? undefined : readPointer(item, pagination.key);
  return shown === undefined ? keyText(client, resource?.type ?? "", item) : String(shown);
}

/** The key of an entity as text. */
export function keyText(client: LawClient, type: string, entity: unknown): string {
  return String(readPointer(entity, client.context.tables.resources[type]?.key.pointer ?? "/id"));
}
