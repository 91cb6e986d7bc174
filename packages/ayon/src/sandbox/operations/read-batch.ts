import type { Call, OperationShape, Store } from "@fairlead/sandbox";
import type { components } from "../../generated/schema.ts";
import type { User } from "../entities.ts";
import { isEntityType } from "../entity/entity-kinds.ts";
import type { EntityType } from "../entity/types.ts";
import type { BatchItem } from "./batch.ts";

/** An item of a batch as a request has it. */
type GivenItem = components["schemas"]["Operation"];

/**
 * The items of a batch, each with an id and the user who does it.
 * @throws {Refusal} 400, an item does not say which entity, or two change or delete the same one; 403, only services act
 *   as somebody else; 404, there is no such user.
 */
export function readBatch(
  call: Pick<Call<OperationShape>, "store" | "random" | "refuse">,
  items: readonly GivenItem[],
  caller: User,
): readonly BatchItem[] {
  const { store, random, refuse } = call;
  const number = countBatches(store);
  const seen = new Set<string>();
  return items.map(({ id, type, entityType, entityId, data, force = false, asUser }, index) => {
    if (!isEntityType(entityType))
      throw refuse(400, `Item ${index} is for a ${entityType}, which is no kind of entity`);
    if (type !== "create") claim(index, type, entityType, entityId);
    return {
      id: id ?? random.hex(`item ${index} of batch ${number}`, 32),
      type,
      entityType,
      ...(entityId != null && { entityId }),
      ...(data != null && { data }),
      force,
      user: userOf(asUser),
    };
  });

  function claim(index: number, type: string, entityType: EntityType, entityId: string | null | undefined): void {
    if (!entityId) throw refuse(400, `Item ${index} has to say which ${entityType} it will ${type}`);
    const name = `${entityType} ${entityId}`;
    if (seen.has(name)) throw refuse(400, `Two items change or delete the ${name}`);
    seen.add(name);
  }

  function userOf(asUser: string | null | undefined): string {
    if (!asUser || asUser === caller.name) return caller.name;
    if (caller.data.isService !== true) throw refuse(403, "Only services act as somebody else");
    if (store.get("User", asUser) === undefined) throw refuse(404, `No user is called ${asUser}`);
    return asUser;
  }
}

/** A number that grows with what has happened, so that the ids of two batches differ. */
function countBatches(store: Store): number {
  return store.list("Event").length;
}
