import type { Call, OperationShape } from "@fairlead/sandbox";
import type { EntityType, Members } from "../entity/types.ts";

/** What happened to an entity, or was said about it, as it is stored. */
export type Activity = {
  readonly activityId: string;
  readonly projectName: string;
  /** Such as `comment` or `reviewable`. */
  readonly activityType: string;
  readonly entityType: EntityType;
  readonly entityId: string;
  /** Markdown. */
  readonly body: string;
  readonly tags: readonly string[];
  readonly data: ActivityData;
  readonly references: readonly ActivityReference[];
  readonly createdAt: string;
  readonly updatedAt: string;
};

/** What the server adds to an activity, beside members that its sender chose. */
export type ActivityData = Members & {
  /** Name of the user who wrote it. */
  readonly author?: string;
  readonly files?: readonly ActivityFile[];
};

/** A file as an activity shows it. */
export type ActivityFile = {
  readonly id: string;
  readonly filename: string;
  readonly mime: string;
  /** In bytes. */
  readonly size: number;
  readonly author: string;
  readonly created_at: string;
  readonly updated_at: string;
};

/** Whom or what an activity concerns. */
export type ActivityReference = {
  readonly referenceType: "origin" | "author" | "mention" | "watching" | "relation";
  readonly entityType: string;
  /** Null for users. */
  readonly entityId: string | null;
  /** Name of a user; null for everything else. */
  readonly entityName: string | null;
};

/** An activity of a project. @throws {Refusal} 404, the project has none of this id. */
export function findActivity(
  { store, refuse }: Pick<Call<OperationShape>, "store" | "refuse">,
  projectName: string,
  id: string,
): Activity {
  const activity = store.get("Activity", id, { projectName });
  if (activity === undefined) throw refuse(404, "No activity has this id");
  return activity as Activity;
}
