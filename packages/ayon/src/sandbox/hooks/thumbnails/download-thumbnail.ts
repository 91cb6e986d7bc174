import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { demandManager } from "../../caller.ts";
import { accessProject } from "../../project-access.ts";
import { placeholderAnswer } from "../../thumbnails/placeholder.ts";
import { pictureOf, type Thumbnail } from "../../thumbnails/thumbnail.ts";

const cached = { "cache-control": "max-age=3600" };

/** Gives a thumbnail by its id, to managers only. */
export const downloadThumbnail: Hook<operations["downloadThumbnail"]> = async (call) => {
  await demandManager(call);
  const { project } = await accessProject(call, call.path.project_name);
  const found = call.store.get("Thumbnail", call.path.thumbnail_id, { projectName: project.name });
  const thumbnail = found as Thumbnail | undefined;
  const headers = thumbnail && {
    ...cached,
    "x-thumbnail-id": thumbnail.id,
    "x-thumbnail-time": databaseTime(thumbnail.createdAt),
  };
  const picture = pictureOf(call, thumbnail, headers);
  return picture ?? placeholderAnswer(call, call.query?.placeholder, { status: 203, headers: cached });
};

/** A point in time as the server's database writes it: with a blank, microseconds and an offset. */
function databaseTime(time: string): string {
  const [day, second] = new Date(time).toISOString().slice(0, -1).split("T");
  return `${day} ${second}000+00:00`;
}
