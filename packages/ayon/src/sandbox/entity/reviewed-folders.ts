import { type EntityPlace, listEntities } from "./find-entity.ts";

/** The folders whose versions have something to review. */
export function reviewedFolders(place: EntityPlace): ReadonlySet<string> {
  const reviewables = place.store.list("Activity", { projectName: place.project.name, activityType: "reviewable" });
  const reviewed = new Set(reviewables.map(({ entityId }) => entityId));
  const products = new Set(listEntities(place, "version", ({ id }) => reviewed.has(id)).map((one) => one.productId));
  return new Set(listEntities(place, "product", ({ id }) => products.has(id)).map((one) => one.folderId));
}
