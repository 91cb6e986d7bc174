import type { EntityPlace } from "../entity/find-entity.ts";
import type { ProjectFile } from "../project-files/project-file.ts";
import type { Activity } from "./activity.ts";

/** A file to be reviewed, and the activity that it belongs to. */
export interface ReviewableFile {
  readonly activity: Activity;
  readonly file: ProjectFile;
}

/** The files of a version that are to be reviewed, in the order of the review: by their rank, then old ones first. */
export function listReviewableFiles({ store, project }: EntityPlace, versionId: string): readonly ReviewableFile[] {
  const projectName = project.name;
  const where = { projectName, activityType: "reviewable", entityType: "version", entityId: versionId };
  const activities = store.list("Activity", where) as readonly Activity[];
  return activities
    .toSorted((a, b) => rankOf(a) - rankOf(b))
    .flatMap((activity) => {
      const files = store.list("ProjectFile", { projectName, activityId: activity.activityId });
      return (files as readonly ProjectFile[]).map((file) => ({ activity, file }));
    });
}

function rankOf({ data }: Activity): number {
  return Number.parseInt(String(data.reviewableOrder), 10) || 0;
}
