import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { listReviewableFiles } from "../../activities/reviewable-files.ts";
import { showReviewable } from "../../activities/show-reviewable.ts";
import { nameOf } from "../../entity/entity-path.ts";
import { findEntity } from "../../entity/find-entity.ts";
import { accessProject } from "../../project-access.ts";

/** A version with what is to be reviewed of it. Guests see it without its attributes. */
export const listReviewables: Hook<operations["listReviewables"]> = async (call) => {
  const { store, path } = call;
  const { caller, project } = await accessProject(call, path.project_name);
  const place = { store, project };
  const version = findEntity(place, "version", path.version_id);
  const product = findEntity(place, "product", version?.productId);
  if (version === undefined || product === undefined)
    throw call.refuse(404, `The project has no version ${path.version_id}`);
  return call.reply({
    id: version.id,
    name: nameOf("version", version),
    version: String(version.version),
    status: version.status,
    productId: product.id,
    productName: product.name,
    productType: product.productType,
    attrib: caller.data.isGuest ? {} : version.attrib,
    reviewables: listReviewableFiles(place, version.id).map((one) => showReviewable(store, one)),
  });
};
