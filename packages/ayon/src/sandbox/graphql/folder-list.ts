import type { StoredByType, StoredFolder } from "../entity/types.ts";
import { readFilter, type Test } from "./filter-json.ts";
import { columnOf, type EntityList, placeOf, plainSorts } from "./page-entities.ts";
import type { Given, Place } from "./place.ts";
import { expression, ids, isLike, names, readId, searcher, text, texts, types } from "./read-arguments.ts";
import { hasAttributes, isIn, type MaybeTest } from "./row-tests.ts";
import { taskColumns } from "./task-list.ts";

/** Columns of folders that a filter may use. */
export const folderColumns: readonly string[] = [
  ...["id", "name", "label", "folderType", "parentId", "thumbnailId", "attrib", "data", "active", "status", "tags"],
  ...["createdAt", "updatedAt", "createdBy", "updatedBy"],
];

/** The list of folders. */
export const folderList: EntityList<"folder"> = {
  type: "folder",
  columns: folderColumns,
  sorts: {
    ...plainSorts("name", "createdAt", "updatedAt", "createdBy", "updatedBy"),
    folderType: ({ project }, { folderType }) => placeOf(project.folderTypes, folderType),
    status: ({ project }, { status }) => placeOf(project.statuses, status),
  },
  widensIds: ({ includeFolderChildren }) => includeFolderChildren === true,
  tieBreak: ({ data }, folder) => data.path("folder", folder).slice(1),
  tests: (place, given) => [
    ...placeTests(place, given),
    ...nameTests(place, given),
    isIn(types(given, "folderTypes"), ({ folderType }: StoredFolder) => folderType),
    tagTest(given),
    assigneeTest(place, given),
    hasAttributes(place, "folder", given),
    taskTest(place, given),
    flag(given.hasChildren, ({ id }) => place.data.tree().childrenOf(id).length > 0),
    flag(given.hasTasks, ({ id }) => place.data.tree().tasksOf(id).length > 0),
    flag(given.hasProducts, ({ id }) => place.data.all("product").some(({ folderId }) => folderId === id)),
  ],
  node: ({ nodes }, folder) => nodes.folder(folder),
};

/** Where a folder is; with `includeFolderChildren` the ids count for all below them. */
function placeTests({ data }: Place, given: Given): readonly MaybeTest<StoredFolder>[] {
  const parentId = text(given, "parentId");
  const parents = texts(given, "parentIds") ?? (parentId && [parentId]);
  const read = parents ? parents.map((id) => (id === "root" ? null : readId(id))) : undefined;
  const isBelow = given.includeFolderChildren === true;
  const below = (wanted: readonly (string | null)[]): ReadonlySet<string> => {
    const tree = data.tree();
    const children = wanted.flatMap((id) => tree.childrenOf(id));
    return new Set(children.flatMap((folder) => tree.below(folder)).map(({ id }) => id));
  };
  const wantedIds = isBelow ? ids(given, "ids") : undefined;
  const withChildren = wantedIds && new Set([...wantedIds, ...below(wantedIds)]);
  return [
    withChildren && (({ id }) => withChildren.has(id)),
    read &&
      (isBelow
        ? isIn([...below(read)], ({ id }: StoredFolder) => id)
        : isIn(read, ({ parentId }: StoredFolder) => parentId ?? null)),
  ];
}

function nameTests({ data }: Place, given: Given): readonly MaybeTest<StoredFolder>[] {
  const name = names(given, "name")?.[0];
  const paths = texts(given, "paths")?.map((path) => `/${path.replace(/^\/|\/$/g, "")}`);
  const pathEx = expression(given, "pathEx");
  const search = searcher(text(given, "search"));
  const path = (folder: StoredFolder) => data.path("folder", folder);
  return [
    name === undefined ? undefined : (folder) => isLike(name, folder.name),
    isIn(names(given, "names"), (folder: StoredFolder) => folder.name),
    isIn(paths, path),
    pathEx && ((folder) => pathEx.test(path(folder))),
    search && ((folder) => search(`${path(folder)} ${folder.label ?? ""} ${folder.folderType}`)),
  ];
}

/** All of the tags; of none, any folder has all. */
function tagTest(given: Given): MaybeTest<StoredFolder> {
  const wanted = names(given, "tags");
  return wanted && (({ tags }) => wanted.every((tag) => tags.includes(tag)));
}

/** Whether one task of the folder is everybody's; of nobody, whether it has a task. */
function assigneeTest({ data }: Place, given: Given): MaybeTest<StoredFolder> {
  const wanted = texts(given, "assignees");
  if (wanted === undefined) return undefined;
  return ({ id }) =>
    data
      .tree()
      .tasksOf(id)
      .some((task) => wanted.every((name) => task.assignees.includes(name)));
}

function taskTest(place: Place, given: Given): MaybeTest<StoredFolder> {
  const test: Test<StoredByType["task"]> | undefined = readFilter(given.taskFilter, taskColumns, (task, path) =>
    columnOf(place, "task", task, path),
  );
  return test && (({ id }) => place.data.tree().tasksOf(id).some(test));
}

function flag(wanted: unknown, has: (folder: StoredFolder) => boolean): MaybeTest<StoredFolder> {
  return wanted == null ? undefined : (folder) => has(folder) === wanted;
}
