import type { OperationTable, ResourceUse } from "@fairlead/sandbox/tables";
import { must } from "../broken.ts";
import type { RequestExample } from "../document/law-document.ts";
import { readPointer } from "../document/pointer.ts";
import type { LawContext } from "../law-context.ts";
import { type Exchange, isSuccess } from "../requests/exchange.ts";
import type { LawClient } from "../requests/law-client.ts";
import type { RequestDraft } from "../requests/request-draft.ts";
import { readRef, writeRef } from "../requests/valid-draft.ts";
import type { WorldEntity } from "../world.ts";
import { walkPages } from "./walk-pages.ts";

/** The operations that do something with a resource. */
export function operationsOn(type: string, action: ResourceUse["action"], { tables }: LawContext): OperationTable[] {
  return tables.operations.filter(({ resource }) => resource?.type === type && resource.action === action);
}

/** Creates an entity by its operation. @throws {Broken} It is refused. */
export async function createBy(
  client: LawClient,
  operation: OperationTable,
  draft?: RequestDraft,
): Promise<{ draft: RequestDraft; answer: Exchange; shown: unknown; entity: WorldEntity }> {
  const sent = draft ?? (await client.valid(operation));
  const answer = await client.send(operation, sent);
  must(isSuccess(answer), "a valid new entity is refused", answer);
  const shown = readPointer(answer.json, operation.resource?.result ?? "");
  const entity = await client.stored(operation.resource?.type ?? "", shown);
  must(entity !== undefined, "what was created is not stored", answer);
  return { draft: sent, answer, shown, entity };
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
  const { resource: use, pagination } = list;
  const pointer = client.context.tables.resources[use?.type ?? ""]?.key.pointer ?? "/id";
  const keys = (items: readonly unknown[]): string[] => items.map((item) => String(readPointer(item, pointer)));
  if (pagination !== undefined) {
    const walk = await walkPages(client, list, draft);
    return { keys: keys(walk.items), draft, last: walk.last };
  }
  const last = await client.send(list, draft);
  must(isSuccess(last), "the list is not answered", last);
  const items = readPointer(last.json, use?.result ?? "");
  must(Array.isArray(items), `the list has no items at ${use?.result}`, last);
  return { keys: keys(items), draft, last };
}

/** The key of an entity as text. */
export function keyText(client: LawClient, type: string, entity: unknown): string {
  return String(readPointer(entity, client.context.tables.resources[type]?.key.pointer ?? "/id"));
}
