import type { StoredRepresentation } from "../entity/types.ts";
import type { EntityList } from "./page-entities.ts";
import { ids, names, searcher, text } from "./read-arguments.ts";
import { hasTags, isIn } from "./row-tests.ts";

/** The list of representations, which knows no order but that of creation. */
export const representationList: EntityList<"representation"> = {
  type: "representation",
  columns: [
    ...["id", "name", "versionId", "files", "traits", "attrib", "data", "active", "status", "tags", "createdAt"],
    ...["updatedAt", "createdBy", "updatedBy"],
  ],
  tests: ({ data }, given) => {
    const search = searcher(text(given, "search"), 2);
    return [
      isIn(ids(given, "versionIds"), ({ versionId }: StoredRepresentation) => versionId),
      isIn(names(given, "names"), ({ name }: StoredRepresentation) => name),
      hasTags(given),
      search && ((representation) => search(data.path("representation", representation))),
    ];
  },
  node: ({ nodes }, representation) => nodes.representation(representation),
};
