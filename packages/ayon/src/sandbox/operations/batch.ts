import type { Random, Store } from "@fairlead/sandbox";
import type { components } from "../../generated/schema.ts";
import type { Project, User } from "../entities.ts";
import { createEntity } from "../entity/create-entity.ts";
import { deleteEntity } from "../entity/delete-entity.ts";
import { EntityError } from "../entity/entity-error.ts";
import type { EntityWork } from "../entity/find-entity.ts";
import { readId } from "../entity/read-members.ts";
import type { EntityType, Members } from "../entity/types.ts";
import { updateEntity } from "../entity/update-entity.ts";
import { maySeeProject } from "../project-access.ts";

/** One item of a batch as it is kept until it is done. */
export interface BatchItem {
  readonly id: string;
  readonly type: "create" | "update" | "delete";
  readonly entityType: EntityType;
  readonly entityId?: string;
  readonly data?: Members;
  readonly force: boolean;
  /** Name of the user who does it. */
  readonly user: string;
}

/** What came of one item. */
type ItemResult = components["schemas"]["OperationResult"];

/** What came of a batch. */
export type BatchResult = components["schemas"]["OperationResults"];

/** Where a batch is done. */
export interface BatchPlace {
  readonly store: Store;
  readonly random: Random;
  readonly project: Project;
}

/**
 * Does the items of a batch in their order. One that fails ends the batch and undoes all of it, events included, though
 * the results of the items before it stay as they were; with `canFail` each stands for itself.
 */
export function performBatch(place: BatchPlace, items: readonly BatchItem[], canFail: boolean): BatchResult {
  const perform = (): BatchResult => {
    const operations: ItemResult[] = [];
    for (const item of items) {
      const result = canFail
        ? place.store.attempt(
            () => performItem(place, item),
            ({ success }) => success,
          )
        : performItem(place, item);
      operations.push(result);
      if (!result.success && !canFail) break;
    }
    return { operations, success: operations.every(({ success }) => success) };
  };
  return canFail ? perform() : place.store.attempt(perform, ({ success }) => success);
}

function performItem(place: BatchPlace, item: BatchItem): ItemResult {
  const { id, type, entityType } = item;
  const about = { id, type, entityType };
  try {
    const entityId = work(place, item);
    const status = type === "create" ? 201 : 204;
    return { ...about, entityId, success: true, status, errorCode: null, detail: null };
  } catch (error) {
    if (!(error instanceof EntityError)) throw error;
    const { status, code: errorCode, message: detail } = error;
    return { ...about, entityId: item.entityId ?? null, success: false, status, errorCode, detail };
  }
}

/** @returns Id of the entity that was worked on. */
function work(place: BatchPlace, { type, entityType, entityId, data, force, user: userName }: BatchItem): string {
  const user = place.store.get("User", userName) as User | undefined;
  if (user === undefined) throw new EntityError(404, `No user is called ${userName}`);
  if (!maySeeProject(user, place.project) || user.data.isGuest)
    throw new EntityError(403, `${userName} has no access to the project ${place.project.name}`);
  const entityWork: EntityWork = { ...place, user };
  if (type === "create") {
    const given = { ...demandData(data), ...(entityId !== undefined && { id: entityId }) };
    return createEntity(entityWork, entityType, given).id;
  }
  const id = readId(entityId, "entityId");
  if (type === "update") updateEntity(entityWork, entityType, id, demandData(data), { force });
  else deleteEntity(entityWork, entityType, id, { force });
  return id;
}

function demandData(data: Members | undefined): Members {
  if (data === undefined) throw new EntityError(400, "The item needs data");
  return data;
}
