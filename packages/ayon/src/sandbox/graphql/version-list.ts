import type { StoredVersion } from "../entity/types.ts";
import { heroOf } from "./entity-nodes.ts";
import { type Lookup, readFilter } from "./filter-json.ts";
import { columnOf, type EntityList, placeOf, plainSorts } from "./page-entities.ts";
import type { Given, Place } from "./place.ts";
import { QueryRefusal } from "./query-refusal.ts";
import { ids, searcher, text, texts } from "./read-arguments.ts";
import { foldersGiven, hasTags, isIn, type MaybeTest } from "./row-tests.ts";
import { taskColumns } from "./task-list.ts";

/** Columns of versions that a filter may use. */
export const versionColumns: readonly string[] = [
  ...["id", "version", "productId", "taskId", "thumbnailId", "author", "attrib", "data", "active", "status", "tags"],
  ...["createdAt", "updatedAt", "createdBy", "updatedBy", "productType", "productBaseType", "taskType", "folderType"],
  "heroVersionId",
];

const productColumns = ["id", "name", "folderId", "productType", "productBaseType", "attrib", "data", "status", "tags"];

/** The list of versions. */
export const versionList: EntityList<"version"> = {
  type: "version",
  columns: versionColumns,
  lookup: versionColumn,
  sorts: {
    ...plainSorts("version", "author", "createdAt", "updatedAt", "createdBy", "updatedBy", "tags"),
    status: ({ project }, { status }) => placeOf(project.statuses, status),
    productType: (place, version) => productOf(place, version)?.productType ?? null,
    productBaseType: (place, version) => productOf(place, version)?.productBaseType ?? null,
    productName: (place, version) => productOf(place, version)?.name ?? null,
    folderName: (place, version) => folderOf(place, version)?.name ?? null,
    folderType: (place, version) => folderOf(place, version)?.folderType ?? null,
    taskName: ({ data }, { taskId }) => data.find("task", taskId)?.name ?? null,
    taskType: ({ data }, { taskId }) => data.find("task", taskId)?.taskType ?? null,
    path: ({ data }, version) => data.path("version", version),
  },
  tests: (place, given) => {
    const { data } = place;
    const folders = foldersGiven(place, given);
    const tasks = ids(given, "taskIds");
    const search = searcher(text(given, "search"), 2);
    const taskTest = readFilter(given.taskFilter, taskColumns, (version: StoredVersion, path) => {
      const task = data.find("task", version.taskId);
      return task && columnOf(place, "task", task, path);
    });
    const productTest = readFilter(given.productFilter, productColumns, (version: StoredVersion, path) => {
      const product = productOf(place, version);
      return product && columnOf(place, "product", product, path);
    });
    return [
      given.version ? isIn([Number(given.version)], ({ version }: StoredVersion) => version) : undefined,
      isIn(given.versions as readonly number[] | null, ({ version }: StoredVersion) => version),
      isIn(ids(given, "productIds"), ({ productId }: StoredVersion) => productId),
      // An empty list of tasks is no condition.
      tasks?.length ? isIn(tasks, ({ taskId }: StoredVersion) => taskId) : undefined,
      folders && ((version) => folders.has(productOf(place, version)?.folderId ?? "")),
      isIn(texts(given, "authors"), ({ author }: StoredVersion) => author),
      hasTags(given),
      given.hasReviewables == null ? undefined : ({ id }) => data.reviewedVersions().has(id) === given.hasReviewables,
      featuredTest(place, given),
      taskTest,
      productTest,
      search && ((version) => search(`${data.path("version", version)} v${version.version} ${version.author ?? ""}`)),
    ];
  },
  node: ({ nodes }, version) => nodes.version(version, true),
};

/** The value of a column of a version, of which some are those of its product, task and folder. */
export function versionColumn(place: Place): Lookup<StoredVersion> {
  return (version, path) => {
    const [column] = path;
    if (column === "productType" || column === "productBaseType") return productOf(place, version)?.[column];
    if (column === "taskType") return place.data.find("task", version.taskId)?.taskType;
    if (column === "folderType") return folderOf(place, version)?.folderType;
    if (column === "heroVersionId") return heroOf(place, version);
    return columnOf(place, "version", version, path);
  };
}

/** One version of each product, or the ones that older arguments ask for. */
function featuredTest({ data }: Place, given: Given): MaybeTest<StoredVersion> {
  const wanted = texts(given, "featuredOnly");
  const wrong = wanted?.find((word) => !["hero", "latest", "latestDone"].includes(word));
  if (wrong !== undefined) throw new QueryRefusal(400, `featuredOnly: there is no ${JSON.stringify(wrong)}`);
  const latest = ({ id, productId }: StoredVersion) => data.featured(productId, "latest")?.id === id;
  const hero = ({ version }: StoredVersion) => version < 0;
  if (wanted !== undefined)
    return ({ id, productId }) =>
      wanted.map((word) => data.featured(productId, word)).find((version) => version !== undefined)?.id === id;
  if (given.latestOnly === true) return latest;
  if (given.heroOnly === true) return hero;
  return given.heroOrLatestOnly === true ? (version) => hero(version) || latest(version) : undefined;
}

function productOf({ data }: Place, { productId }: StoredVersion) {
  return data.find("product", productId);
}

function folderOf(place: Place, version: StoredVersion) {
  return place.data.find("folder", productOf(place, version)?.folderId);
}
