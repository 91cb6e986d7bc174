import type { StoredWorkfile } from "../entity/types.ts";
import { type EntityList, placeOf, plainSorts } from "./page-entities.ts";
import { expression, ids, searcher, text, texts } from "./read-arguments.ts";
import { hasTags, isIn } from "./row-tests.ts";

/** The list of workfiles, which knows no filter of conditions. */
export const workfileList: EntityList<"workfile"> = {
  type: "workfile",
  columns: [],
  sorts: {
    ...plainSorts("createdAt", "updatedAt"),
    status: ({ project }, { status }) => placeOf(project.statuses, status),
  },
  tests: (_place, given) => {
    // The server doubles backslashes.
    const pathEx = expression(given, "pathEx", (source) => source.replaceAll("\\", "\\\\"));
    const search = searcher(text(given, "search"), 2);
    return [
      isIn(ids(given, "taskIds"), ({ taskId }: StoredWorkfile) => taskId),
      isIn(texts(given, "paths"), ({ path }: StoredWorkfile) => path),
      pathEx && (({ path }) => pathEx.test(path)),
      hasTags(given),
      search && (({ path }) => search(path)),
    ];
  },
  node: ({ nodes }, workfile) => nodes.workfile(workfile),
};
