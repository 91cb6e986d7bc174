import type { RequestMakers } from "@fairlead/contract";
import { png } from "../pictures.ts";
import { someVersions } from "./some-versions.ts";

/** Requests about files, pictures and comments: bytes that are a picture, and entities that the path names by kind. */
export const mediaRequests: RequestMakers = {
  uploadReviewable: () => ({ body: { mediaType: "image/png", value: png(64, 64) } }),
  // Without it an unknown id is answered with a placeholder.
  downloadThumbnail: (_client, { query }) => ({ query: { ...query, placeholder: "none" } }),
  // The kind of the entity is a parameter, so that nothing tells what the id is of; people write comments only.
  async createActivity(client, { path: { project_name } }) {
    const [version] = await someVersions(client, project_name, 1);
    return { path: { project_name, entity_type: "version", entity_id: version?.id } };
  },
};
