import type { Call, OperationShape } from "@fairlead/sandbox";
import type { MediaInfo } from "../thumbnails/media-info.ts";

/** A file of a project as it is stored. */
export type ProjectFile = {
  readonly id: string;
  readonly projectName: string;
  /** As the uploader called it; folders in it are kept too. */
  readonly filename: string;
  /** Media type, as the uploader said. */
  readonly mime: string;
  /** In bytes. */
  readonly size: number;
  /** Name of the uploader. */
  readonly author: string;
  /** The activity that it belongs to; null for none. */
  readonly activityId: string | null;
  /** SHA-256 of its bytes. */
  readonly content: string;
  /** What is in a picture or video that is to be reviewed. */
  readonly mediaInfo?: MediaInfo;
  /** The thumbnail that was made of it. */
  readonly thumbnailId?: string;
  readonly createdAt: string;
  readonly updatedAt: string;
};

/** A file of a project by its id. @throws {Refusal} 404, the project has none. */
export function findProjectFile(
  { store, refuse }: Pick<Call<OperationShape>, "store" | "refuse">,
  projectName: string,
  id: string,
): ProjectFile {
  const file = store.get("ProjectFile", id, { projectName });
  if (file === undefined) throw refuse(404, "No file has this id");
  return file as ProjectFile;
}
