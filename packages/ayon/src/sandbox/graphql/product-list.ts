import type { StoredProduct } from "../entity/types.ts";
import { readFilter } from "./filter-json.ts";
import { columnOf, type EntityList, placeOf, plainSorts } from "./page-entities.ts";
import { expression, names, searcher, text, texts, types } from "./read-arguments.ts";
import { foldersGiven, hasTags, isIn } from "./row-tests.ts";
import { taskColumns } from "./task-list.ts";
import { versionColumn, versionColumns } from "./version-list.ts";

/** Columns of products that a filter may use. */
export const productColumns: readonly string[] = [
  ...["id", "name", "folderId", "productType", "productBaseType", "attrib", "data", "active", "status", "tags"],
  ...["createdAt", "updatedAt", "createdBy", "updatedBy"],
];

/** The list of products. */
export const productList: EntityList<"product"> = {
  type: "product",
  columns: productColumns,
  // Guests get those that they can name.
  forGuests: ({ ids }) => ids != null,
  sorts: {
    ...plainSorts("name", "productType", "productBaseType", "createdAt", "updatedAt", "createdBy", "updatedBy", "tags"),
    status: ({ project }, { status }) => placeOf(project.statuses, status),
    folderName: ({ data }, { folderId }) => data.find("folder", folderId)?.name ?? null,
    folderType: ({ data }, { folderId }) => data.find("folder", folderId)?.folderType ?? null,
    path: ({ data }, product) => data.path("product", product),
    version: ({ data }, { id }) => data.versionsOf(id).length,
  },
  tests: (place, given) => {
    const { data } = place;
    const folders = foldersGiven(place, given);
    const namesCi = texts(given, "namesCi")?.map((name) => name.toLowerCase());
    const nameEx = expression(given, "nameEx");
    const pathEx = expression(given, "pathEx");
    const search = searcher(text(given, "search"));
    const versionTest = readFilter(given.versionFilter, versionColumns, versionColumn(place));
    const taskTest = readFilter(given.taskFilter, taskColumns, (taskId: string, path) =>
      columnOf(place, "task", data.need("task", taskId), path),
    );
    return [
      folders && (({ folderId }) => folders.has(folderId)),
      isIn(names(given, "names"), ({ name }: StoredProduct) => name),
      isIn(namesCi, ({ name }: StoredProduct) => name.toLowerCase()),
      nameEx && (({ name }) => nameEx.test(name)),
      pathEx && ((product) => pathEx.test(data.path("product", product))),
      isIn(types(given, "productTypes"), ({ productType }: StoredProduct) => productType),
      isIn(types(given, "productBaseTypes"), ({ productBaseType }: StoredProduct) => productBaseType),
      hasTags(given),
      search && ((product) => search(`${data.path("product", product)} ${product.productType}`)),
      versionTest && (({ id }) => data.versionsOf(id).some(versionTest)),
      taskTest &&
        (({ id }) =>
          data
            .versionsOf(id)
            .some(({ taskId }) => taskId !== undefined && data.find("task", taskId) !== undefined && taskTest(taskId))),
    ];
  },
  node: ({ nodes }, product) => nodes.product(product),
};
