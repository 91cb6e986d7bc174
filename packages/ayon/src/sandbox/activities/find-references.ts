import { type EntityPlace, findEntity, listEntities } from "../entity/find-entity.ts";
import type { EntityType } from "../entity/types.ts";
import type { ActivityReference } from "./activity.ts";
import { watchersOf } from "./watchers.ts";

/** An activity that is being written. */
export interface ActivityDraft {
  readonly activityType: string;
  readonly entityType: EntityType;
  readonly entityId: string;
  readonly body: string;
  /** Name of the user who writes it. */
  readonly author: string;
}

/** Kinds of activity that concern their entity alone. */
const alone = ["watch", "attrib.change"];

/** A link, but no picture, whose address is a kind and an id. */
const link = /(?<!!)\[[^\]]*\]\(([^():]+):([^():]+)\)/g;

/** Kinds that a text can mention. What a team is no operation here says. */
const mentioned = ["user", "activity", "folder", "task", "product", "version", "representation", "workfile"];

/** Whom and what an activity concerns, each once, with the closest relation. */
export function findReferences(place: EntityPlace, draft: ActivityDraft): readonly ActivityReference[] {
  const { entityType, entityId, author } = draft;
  return distinct([
    toEntity("origin", entityType, entityId),
    toUser("author", author),
    ...findMentions(draft.body),
    ...(alone.includes(draft.activityType) ? [] : [...watching(place, draft), ...related(place, draft)]),
  ]);
}

/** The references of an activity whose text was changed. */
export function renewMentions(references: readonly ActivityReference[], body: string): readonly ActivityReference[] {
  return distinct([...references.filter(({ referenceType }) => referenceType !== "mention"), ...findMentions(body)]);
}

/** Users and entities that a text in Markdown mentions. */
export function findMentions(body: string): readonly ActivityReference[] {
  return [...body.matchAll(link)].flatMap(([, type = "", id = ""]) => {
    if (!mentioned.includes(type)) return [];
    return [type === "user" ? toUser("mention", id) : toEntity("mention", type, id)];
  });
}

function watching(place: EntityPlace, { entityType, entityId }: ActivityDraft): readonly ActivityReference[] {
  return watchersOf(place, entityType, entityId).map((name) => toUser("watching", name));
}

/** What hangs together with the entity: those who work on it, and what is next to it. */
function related(place: EntityPlace, { entityType, entityId }: ActivityDraft): readonly ActivityReference[] {
  if (entityType === "folder")
    return listEntities(place, "task", ({ folderId }) => folderId === entityId)
      .flatMap(({ assignees }) => assignees)
      .map((name) => toUser("relation", name));
  if (entityType === "task") {
    const task = findEntity(place, "task", entityId);
    const versions = listEntities(place, "version", ({ taskId }) => taskId === entityId);
    return [
      ...(task?.assignees ?? []).map((name) => toUser("relation", name)),
      ...versions.map(({ id }) => toEntity("relation", "version", id)),
      ...(task ? [toEntity("relation", "folder", task.folderId)] : []),
    ];
  }
  if (entityType !== "version") return [];
  const version = findEntity(place, "version", entityId);
  const product = findEntity(place, "product", version?.productId);
  return [
    ...(product ? [toEntity("relation", "folder", product.folderId)] : []),
    ...(version?.author ? [toUser("relation", version.author)] : []),
    ...(version?.taskId ? [toEntity("relation", "task", version.taskId)] : []),
  ];
}

type ReferenceType = ActivityReference["referenceType"];

function toEntity(referenceType: ReferenceType, entityType: string, entityId: string): ActivityReference {
  return { referenceType, entityType, entityId, entityName: null };
}

function toUser(referenceType: ReferenceType, entityName: string): ActivityReference {
  return { referenceType, entityType: "user", entityId: null, entityName };
}

/** The first reference to each. */
function distinct(references: readonly ActivityReference[]): readonly ActivityReference[] {
  const byTarget = new Map<string, ActivityReference>();
  for (const reference of references) {
    const target = `${reference.entityType} ${reference.entityId ?? reference.entityName}`;
    if (!byTarget.has(target)) byTarget.set(target, reference);
  }
  return [...byTarget.values()];
}
