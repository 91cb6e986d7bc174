import type { Activity, ActivityReference } from "../activities/activity.ts";
import { showFile } from "../activities/activity-files.ts";
import type { ProjectFile } from "../project-files/project-file.ts";

/** The comment on the newest version of the render. */
export const commentId = "8f0e6b2ab8d511f19c4e0a58c3d27b71";

/** The upload that is to be reviewed. */
export const reviewableId = "8f0e6b2ab8d511f19c4e0a58c3d27b72";

const author = "compositor_1";
const entityId = "4f0e6b2ab8d511f19c4e0a58c3d27b32";
const folderId = "1f0e6b2ab8d511f19c4e0a58c3d27b02";
const taskId = "2f0e6b2ab8d511f19c4e0a58c3d27b11";

const data = {
  author,
  origin: { type: "version", id: entityId, name: "v002" },
  parents: [
    { type: "folder", subtype: "Shot", id: folderId, name: "sh010", label: null },
    { type: "product", subtype: "render", id: "3f0e6b2ab8d511f19c4e0a58c3d27b21", name: "renderMain" },
  ],
};

const entity = (
  referenceType: ActivityReference["referenceType"],
  entityType: string,
  id: string,
): ActivityReference => ({ referenceType, entityType, entityId: id, entityName: null });

const user = (referenceType: ActivityReference["referenceType"], entityName: string): ActivityReference => ({
  referenceType,
  entityType: "user",
  entityId: null,
  entityName,
});

const ofVersion = [entity("origin", "version", entityId), user("author", author)];
const around = [entity("relation", "folder", folderId), entity("relation", "task", taskId)];

/** A comment, an upload to be reviewed, and that the artist watches the version. */
export function makeActivities(all: readonly ProjectFile[]): readonly Activity[] {
  const filesOf = (id: string) => all.filter(({ activityId }) => activityId === id).map(showFile);
  const common = {
    projectName: "harbour_short",
    entityType: "version",
    entityId,
    body: "",
    tags: [],
  } as const;
  return [
    {
      ...common,
      activityId: "8f0e6b2ab8d511f19c4e0a58c3d27b73",
      activityType: "watch",
      data: { ...data, watcher: author },
      references: ofVersion,
      createdAt: "2025-11-06T15:15:00.000000+00:00",
      updatedAt: "2025-11-06T15:15:00.000000+00:00",
    },
    {
      ...common,
      activityId: commentId,
      activityType: "comment",
      body: "[Producer](user:producer), the waves are too calm.",
      data: { ...data, files: filesOf(commentId) },
      references: [...ofVersion, user("mention", "producer"), ...around],
      createdAt: "2025-11-06T15:15:00.000000+00:00",
      updatedAt: "2025-11-06T15:15:00.000000+00:00",
    },
    {
      ...common,
      activityId: reviewableId,
      activityType: "reviewable",
      body: "waves is to be reviewed",
      data: { ...data, reviewableLabel: "waves", files: filesOf(reviewableId) },
      references: [...ofVersion, ...around],
      createdAt: "2025-11-06T15:20:41.984147+00:00",
      updatedAt: "2025-11-06T15:20:41.984147+00:00",
    },
  ];
}
