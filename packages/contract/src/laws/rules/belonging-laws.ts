import { copyOf } from "../acts/list-population.ts";
import { draftAbout, itemKey, keyText, someEntity } from "../acts/resource-acts.ts";
import { wholeList } from "../acts/walk-pages.ts";
import { must } from "../broken.ts";
import { readPointer } from "../document/pointer.ts";
import { same } from "../document/same.ts";
import type { Law } from "../law.ts";
import type { LawContext } from "../law-context.ts";
import { isSuccess } from "../requests/exchange.ts";
import type { LawClient } from "../requests/law-client.ts";
import { readRef, writeRef } from "../requests/valid-draft.ts";
import type { WorldEntity } from "../world.ts";

/** What belongs to something deleted goes with it, or keeps it. */
export const deleteCascades: Law = {
  name: "delete_cascades",
  states: "what belongs to a deleted entity is deleted with it, or a delete is refused with 409, as declared",
  targets: (context) =>
    context.tables.operations
      .filter(({ resource }) => resource?.action === "delete")
      .filter(({ resource }) => childrenOf(resource?.type ?? "", context).length > 0)
      .map(({ id }) => id),
  async check(bench, target) {
    const { context } = bench;
    const operation = context.operation(target);
    const { type = "" } = operation.resource ?? {};
    for (const child of childrenOf(type, context)) {
      const { pointer = "", onDelete = "cascade" } = context.tables.resources[child]?.parent ?? {};
      await bench.attempt(async () => {
        const client = await bench.open();
        const born = await belonging(client, child, pointer);
        must(born !== undefined, `there is no ${child} that belongs to one`);
        const key = String(readPointer(born, pointer));
        const parent = (await client.world.entities(type)).find((one) => keyText(client, type, one) === key);
        must(parent !== undefined, `the ${type} of the ${child} does not exist`);
        const answer = await client.send(operation, await draftAbout(client, operation, parent));
        const left = (await client.world.entities(child)).filter((one) => String(readPointer(one, pointer)) === key);
        if (onDelete === "restrict") {
          must(answer.status === 409 && left.length > 0, `a ${child} belongs to it; 409 expected`, answer);
          return;
        }
        must(isSuccess(answer), "a valid delete is refused", answer);
        must(left.length === 0, `${left.length} of ${child} are left without their ${type}`, answer);
      });
    }
  },
};

/** What belongs to one parent is not seen through another. */
export const parentScopeIsolated: Law = {
  name: "parent_scope_isolated",
  states: "a list within a scope has nothing of another scope, and through another scope an entity is not found",
  targets: ({ tables }) =>
    tables.operations
      .filter(
        ({ resource }) =>
          resource !== undefined &&
          resource.action !== "create" &&
          (Object.keys(resource.scope).length > 0 ||
            (resource.action !== "list" && Object.keys(resource.filter).length > 0)),
      )
      .map(({ id }) => id),
  async check(bench, target) {
    const { context } = bench;
    const operation = context.operation(target);
    const { type = "", scope = {}, filter = {}, action } = operation.resource ?? {};
    // Only a list may leave out what filters; elsewhere it says which entity is meant.
    const places = Object.entries(action === "list" ? scope : { ...filter, ...scope });
    for (const [pointer, ref] of places) {
      await bench.attempt(async () => {
        const client = await bench.open();
        await client.valid(operation); // makes an entity of each needed type
        if ((await client.world.entities(type)).length === 0) await someEntity(client, type);
        const all = await client.world.entities(type);
        // Best is one whose neighbour differs in this alone: a branch of another project would be refused anyway.
        const others = places.map(([at]) => at).filter((at) => at !== pointer);
        const neighbourOf = (one: WorldEntity): WorldEntity | undefined =>
          all.find(
            (mate) =>
              !same(readPointer(mate, pointer), readPointer(one, pointer)) &&
              others.every((at) => same(readPointer(mate, at), readPointer(one, at))),
          );
        const template = all.find((one) => neighbourOf(one) !== undefined) ?? all[0];
        must(template !== undefined, `there is no ${type}`);
        // A key of its own: the same key may stand in several scopes.
        const [entity] = await client.world.add(type, [copyOf(client, type, template)]);
        must(entity !== undefined, `no ${type} can be added`);
        const neighbour = neighbourOf(template);
        const other =
          neighbour === undefined ? await otherScope(client, type, pointer, entity) : readPointer(neighbour, pointer);
        const about = await draftAbout(client, operation, entity);
        if (other === undefined || readRef(about, ref) === undefined) return;
        const answer = await client.send(operation, writeRef(about, ref, other));
        if (action !== "list") {
          const where = `${ref} is ${JSON.stringify(other)}, where the entity is not`;
          must(answer.status === 404, `${where}; 404 expected`, answer);
          return;
        }
        // The other scope may lack what the rest of the request names; then nothing is shown either.
        if (answer.status === 404) return;
        must(isSuccess(answer), "the list of another scope is not answered", answer);
        const asked = writeRef(about, ref, other);
        const { items } = await wholeList(client, operation, asked);
        const stored = await client.world.entities(type);
        for (const item of items) {
          const key = itemKey(client, operation, item);
          const homes = stored
            .filter((one) => keyText(client, type, one) === key)
            .map((one) => readPointer(one, pointer));
          must(
            homes.map(String).includes(String(other)),
            `the list of ${ref} ${JSON.stringify(other)} has ${key}, which belongs to ${homes.join(", ")}`,
            answer,
          );
        }
      });
    }
  },
};

/** The resources whose entities belong to one of this. */
function childrenOf(type: string, { tables }: LawContext): string[] {
  return Object.keys(tables.resources).filter((child) => tables.resources[child]?.parent?.type === type);
}

/** An entity that has a parent: a new one, else one of the world, as some may be free of any. */
async function belonging(client: LawClient, type: string, pointer: string): Promise<WorldEntity | undefined> {
  const hasParent = (one: WorldEntity): boolean => (readPointer(one, pointer) ?? null) !== null;
  const born = await someEntity(client, type);
  if (born === undefined || hasParent(born)) return born;
  return (await client.world.entities(type)).find(hasParent);
}

async function otherScope(client: LawClient, type: string, pointer: string, entity: WorldEntity): Promise<unknown> {
  const own = readPointer(entity, pointer);
  const { parent } = client.context.tables.resources[type] ?? {};
  const parentType = parent?.pointer === pointer ? parent.type : undefined;
  const known = (await client.world.entities(type))
    .map((one) => readPointer(one, pointer))
    .find((value) => value !== undefined && value !== own);
  if (known !== undefined || parentType === undefined) return known;
  const parents = await client.world.entities(parentType);
  const keys = parents.map((one) =>
    readPointer(one, client.context.tables.resources[parentType]?.key.pointer ?? "/id"),
  );
  const other = keys.find((key) => String(key) !== String(own));
  if (other !== undefined || parents[0] === undefined) return other;
  const [added] = await client.world.add(parentType, [copyOf(client, parentType, parents[0])]);
  return readPointer(added, client.context.tables.resources[parentType]?.key.pointer ?? "/id");
}
