import type { OperationTable, ResourceTable, Schema } from "@fairlead/sandbox/tables";
import { must } from "../broken.ts";
import { readPointer, writePointer } from "../document/pointer.ts";
import { keyOf } from "../requests/cast.ts";
import { type Exchange, isSuccess } from "../requests/exchange.ts";
import { freshText } from "../requests/fresh-text.ts";
import type { LawClient } from "../requests/law-client.ts";
import { foreignType } from "../requests/references.ts";
import type { RequestDraft } from "../requests/request-draft.ts";
import { schemaAt } from "../requests/schema-of-ref.ts";
import { readRef } from "../requests/valid-draft.ts";
import type { WorldEntity } from "../world.ts";
import { itemKey, someEntity } from "./resource-acts.ts";

let made = 0;

/**
 * A request for a list, and how to make it longer: by copies, whose varied members differ too.
 * @throws {Broken} The list is empty and nothing can be added to it.
 */
export async function openList(
  client: LawClient,
  operation: OperationTable,
): Promise<{ draft: RequestDraft; grow(count: number, varied?: readonly string[]): Promise<string[]> }> {
  const { resource: use } = operation;
  if (use === undefined) throw new RangeError(`${operation.id} lists no resource.`);
  const draft = await client.valid(operation);
  const first = await client.send(operation, draft);
  must(isSuccess(first), "the list is not answered", first);
  const template = (await templateOf(client, operation, draft, first)) ?? (await someEntity(client, use.type));
  must(template !== undefined, `there is no ${use.type} to make more of`, first);
  return {
    draft,
    async grow(count, varied) {
      const copies = Array.from({ length: count }, () => copyOf(client, use.type, template, varied));
      const added = await client.world.add(use.type, copies);
      return added.map((entity) => itemKey(client, operation, entity));
    },
  };
}

/**
 * A copy of an entity that may stand beside it: without key and times, with other values for what must be unique.
 * @param varied - Pointers of further members that get other values, where they name no entity.
 */
export function copyOf(
  client: LawClient,
  type: string,
  template: WorldEntity,
  varied: readonly string[] = [],
): WorldEntity {
  const { tables, shapes } = client.context;
  const resource = tables.resources[type];
  // Scattered, so that the order of names is not that of creation.
  const number = (++made * 7919) % 9973;
  const isOwnText = (pointer: string): boolean =>
    typeof readPointer(template, pointer) === "string" && pointer !== resource?.parent?.pointer;
  let copy: unknown = template;
  const schemaOf = (pointer: string): Schema => schemaAt(tables.schemas[resource?.schema ?? ""], pointer, shapes);
  const fresh = (pointer: string, value: unknown): string =>
    freshText(String(value), number, schemaOf(pointer), shapes);
  if (resource?.key.generate === "request")
    copy = writePointer(copy, resource.key.pointer, fresh(resource.key.pointer, keyOf(tables, type, template)));
  else copy = writePointer(copy, pointerOf(client, type), undefined);
  for (const pointer of timesOf(resource)) copy = writePointer(copy, pointer, undefined);
  // Of members that count together one is enough, and the last: those before it tell in what it is unique.
  const rules = (resource?.unique ?? []).map(({ pointers }) => pointers);
  for (const pointer of rules.flatMap((pointers) => pointers.filter(isOwnText).slice(-1)))
    copy = writePointer(copy, pointer, fresh(pointer, readPointer(template, pointer)));
  const own = [pointerOf(client, type), ...timesOf(resource), ...rules.flat()];
  for (const pointer of varied) {
    const value = readPointer(template, pointer);
    if (own.includes(pointer) || foreignType(type, pointer, tables) !== undefined) continue;
    const other =
      typeof value === "number" ? value + number : typeof value === "string" ? fresh(pointer, value) : value;
    if (shapes.isValid(schemaOf(pointer), other)) copy = writePointer(copy, pointer, other);
  }
  return copy as WorldEntity;
}

async function templateOf(
  client: LawClient,
  operation: OperationTable,
  draft: RequestDraft,
  first: Exchange,
): Promise<WorldEntity | undefined> {
  const { resource: use, pagination } = operation;
  if (use === undefined) return undefined;
  const { tables } = client.context;
  const shown = readPointer(first.json, pagination?.items ?? use.result);
  const entities = await client.world.entities(use.type);
  const keys = (Array.isArray(shown) ? shown : []).map((item) => itemKey(client, operation, item));
  const inScope = entities.filter((entity) =>
    Object.entries({ ...use.scope, ...use.filter }).every(([pointer, ref]) => {
      const asked = readRef(draft, ref);
      return asked === undefined || String(readPointer(entity, pointer)) === String(asked);
    }),
  );
  return inScope.find((entity) => keys.includes(String(keyOf(tables, use.type, entity)))) ?? inScope[0];
}

function pointerOf(client: LawClient, type: string): string {
  return client.context.tables.resources[type]?.key.pointer ?? "/id";
}

/** Where the server writes its clock. */
function timesOf(resource: ResourceTable | undefined): string[] {
  return [resource?.times.created, resource?.times.modified].filter((pointer) => pointer !== undefined);
}
