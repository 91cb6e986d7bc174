import type { StoredTask } from "../entity/types.ts";
import { readFilter } from "./filter-json.ts";
import { columnOf, type EntityList, placeOf, plainSorts } from "./page-entities.ts";
import { names, searcher, text, texts, types } from "./read-arguments.ts";
import { foldersGiven, hasAttributes, isIn } from "./row-tests.ts";

/** Columns of tasks that a filter may use. */
export const taskColumns: readonly string[] = [
  ...["id", "name", "label", "taskType", "folderId", "assignees", "thumbnailId", "attrib", "data", "active", "status"],
  ...["tags", "createdAt", "updatedAt", "createdBy", "updatedBy"],
];

const columnsOfFolders = ["id", "name", "label", "folderType", "parentId", "attrib", "data", "status", "tags"];

/** The list of tasks. */
export const taskList: EntityList<"task"> = {
  type: "task",
  columns: taskColumns,
  refusesSort: true,
  sorts: {
    ...plainSorts("name", "assignees", "createdAt", "updatedAt", "createdBy", "updatedBy"),
    taskType: ({ project }, { taskType }) => placeOf(project.taskTypes, taskType),
    status: ({ project }, { status }) => placeOf(project.statuses, status),
    path: ({ data }, task) => data.path("task", task),
  },
  tests: (place, given) => {
    const { data } = place;
    const folders = foldersGiven(place, given);
    const tagged = all(texts(given, "tags"), ({ tags }) => tags);
    const taggedAny = any(texts(given, "tagsAny"), ({ tags }) => tags);
    const assigned = all(texts(given, "assignees"), ({ assignees }) => assignees);
    const assignedAny = any(texts(given, "assigneesAny"), ({ assignees }) => assignees);
    const search = searcher(text(given, "search"));
    const folderTest = readFilter(given.folderFilter, columnsOfFolders, (task: StoredTask, path) =>
      columnOf(place, "folder", data.need("folder", task.folderId), path),
    );
    return [
      folders && (({ folderId }) => folders.has(folderId)),
      isIn(names(given, "names"), ({ name }: StoredTask) => name),
      isIn(types(given, "taskTypes"), ({ taskType }: StoredTask) => taskType),
      tagged,
      taggedAny,
      assigned,
      assignedAny,
      hasAttributes(place, "task", given),
      folderTest,
      search && ((task) => search(`${data.path("task", task)} ${task.label ?? ""} ${task.taskType}`)),
    ];
  },
  node: ({ nodes }, task) => nodes.task(task),
};

/** All of the texts; of none, whether the task has none. */
function all(wanted: readonly string[] | undefined, listOf: (task: StoredTask) => readonly string[]) {
  if (wanted === undefined) return undefined;
  return (task: StoredTask): boolean =>
    wanted.length === 0 ? listOf(task).length === 0 : wanted.every((one) => listOf(task).includes(one));
}

/** One of the texts; of none, whether the task has any. */
function any(wanted: readonly string[] | undefined, listOf: (task: StoredTask) => readonly string[]) {
  if (wanted === undefined) return undefined;
  return (task: StoredTask): boolean =>
    wanted.length === 0 ? listOf(task).length > 0 : wanted.some((one) => listOf(task).includes(one));
}
