import { nameOf, versionName } from "../entity/entity-path.ts";
import type { EntityType, Members, StoredByType } from "../entity/types.ts";
import type { Given, Node, Place } from "./place.ts";
import { texts } from "./read-arguments.ts";

/** JSON in a text, as the server gives what has no fields of its own; null where nothing is in it. */
export function jsonText(value: object | undefined): string | null {
  return value === undefined || Object.keys(value).length === 0 ? null : JSON.stringify(value);
}

/** A folder with its lists. */
export function folderNode(place: Place, folder: StoredByType["folder"]): Node {
  const { data, lists, nodes } = place;
  const { id, folderType, parentId = null } = folder;
  return {
    ...base(place, "folder", folder),
    label: folder.label ?? null,
    folderType,
    type: folderType,
    parentId,
    thumbnailId: folder.thumbnailId ?? null,
    ownAttrib: folder.ownAttrib,
    parents: () => data.folderNames(folder).slice(0, -1),
    hasVersions: () => data.tree().hasVersions(id),
    hasReviewables: () => data.reviewedFolders().has(id),
    hasChildren: () => data.tree().childrenOf(id).length > 0,
    hasTasks: () => data.tree().tasksOf(id).length > 0,
    hasProducts: () => data.all("product").some((product) => product.folderId === id),
    parent: () => (parentId === null ? null : nodes.folder(data.need("folder", parentId))),
    products: (given: Given) => lists.products({ ...given, folderIds: [id] }),
    tasks: (given: Given) => lists.tasks({ ...given, folderIds: [id] }),
  };
}

/** A task with its lists. */
export function taskNode(place: Place, task: StoredByType["task"]): Node {
  const { data, lists, nodes } = place;
  const { id, taskType, folderId } = task;
  return {
    ...base(place, "task", task),
    label: task.label ?? null,
    taskType,
    type: taskType,
    folderId,
    thumbnailId: task.thumbnailId ?? null,
    assignees: task.assignees,
    ownAttrib: task.ownAttrib,
    parents: () => data.folderNames(data.find("folder", folderId)),
    hasReviewables: () => data.all("version").some((one) => one.taskId === id && data.reviewedVersions().has(one.id)),
    folder: () => nodes.folder(data.need("folder", folderId)),
    versions: (given: Given) => lists.versions({ ...given, taskIds: [id] }),
    workfiles: (given: Given) => lists.workfiles({ ...given, taskIds: [id] }),
  };
}

/** A product with its versions. */
export function productNode(place: Place, product: StoredByType["product"]): Node {
  const { data, lists, nodes } = place;
  const { id, folderId, productType } = product;
  const featured = (words: readonly string[]) => {
    const found = words.map((word) => data.featured(id, word)).find((version) => version !== undefined);
    return found === undefined ? null : nodes.version(found, false);
  };
  return {
    ...base(place, "product", product),
    folderId,
    productType,
    type: productType,
    productBaseType: product.productBaseType ?? null,
    parents: () => data.folderNames(data.find("folder", folderId)),
    versionList: () => data.versionsOf(id).map(({ id, version }) => ({ id, version, name: versionName(version) })),
    folder: () => nodes.folder(data.need("folder", folderId)),
    latestVersion: () => featured(["latest"]),
    featuredVersion: (given: Given) => featured(texts(given, "order") ?? ["latestDone", "hero", "latest"]),
    versions: (given: Given) => lists.versions({ ...given, productIds: [id] }),
  };
}

/** A version. Which one is the newest is known only of versions that come from a list, or are asked for by id. */
export function versionNode(place: Place, version: StoredByType["version"], isListed: boolean): Node {
  const { data, lists, nodes } = place;
  const { id, productId, taskId } = version;
  return {
    ...base(place, "version", version),
    version: version.version,
    productId,
    taskId: taskId ?? null,
    thumbnailId: version.thumbnailId ?? null,
    author: version.author ?? null,
    parents: () => productParents(place, productId),
    hasReviewables: () => isListed && data.reviewedVersions().has(id),
    isLatest: () => isListed && data.featured(productId, "latest")?.id === id,
    isLatestDone: () => isListed && data.featured(productId, "latestDone")?.id === id,
    heroVersionId: () => (isListed && heroOf(place, version)) || null,
    product: () => nodes.product(data.need("product", productId)),
    task: () => {
      const task = data.find("task", taskId);
      return task === undefined ? null : nodes.task(task);
    },
    representations: (given: Given) => lists.representations({ ...given, versionIds: [id] }),
  };
}

/** The id of the hero version that shows a version. */
export function heroOf({ data }: Place, { productId, version }: StoredByType["version"]): string | undefined {
  return version > 0 ? data.versionsOf(productId).find((one) => one.version === -version)?.id : undefined;
}

/** A representation with its files. */
export function representationNode(place: Place, representation: StoredByType["representation"]): Node {
  const { data, nodes } = place;
  const { versionId, files, traits } = representation;
  const version = data.find("version", versionId);
  return {
    ...base(place, "representation", representation),
    versionId,
    traits: traits === undefined ? null : JSON.stringify(traits),
    context: JSON.stringify(representation.data.context ?? {}),
    fileCount: files.length,
    files: files.map((file) => ({
      id: file.id,
      name: file.name ?? file.path.split("/").at(-1) ?? "",
      path: file.path,
      hash: file.hash ?? null,
      size: String(file.size),
      hashType: file.hashType,
    })),
    parents: () =>
      version === undefined ? [] : [...productParents(place, version.productId), versionName(version.version)],
    version: () => nodes.version(data.need("version", versionId), false),
  };
}

/** A workfile, whose name is the last part of its path. */
export function workfileNode(place: Place, workfile: StoredByType["workfile"]): Node {
  const { data, nodes } = place;
  const { taskId } = workfile;
  const task = data.find("task", taskId);
  return {
    ...base(place, "workfile", workfile),
    taskId,
    thumbnailId: workfile.thumbnailId ?? null,
    // The server leaves out the folder of the task, and has an empty name at the top.
    parents: () => ["", ...data.folderNames(task && data.find("folder", task.folderId)).slice(0, -1), ...names(task)],
    task: () => nodes.task(data.need("task", taskId)),
  };
}

function names(task: StoredByType["task"] | undefined): string[] {
  return task === undefined ? [] : [task.name];
}

function productParents({ data }: Place, productId: string): readonly string[] {
  const product = data.find("product", productId);
  return product === undefined ? [] : [...data.folderNames(data.find("folder", product.folderId)), product.name];
}

/** What nodes of all kinds have. */
function base<Type extends EntityType>({ data, project }: Place, type: Type, entity: StoredByType[Type]): Node {
  const { id, active, status, tags, createdAt, updatedAt, createdBy, updatedBy } = entity as StoredByType["folder"];
  return {
    projectName: project.name,
    id,
    name: nameOf(type, entity),
    active,
    status,
    tags,
    createdAt,
    updatedAt,
    createdBy: createdBy ?? null,
    updatedBy: updatedBy ?? null,
    data: jsonText(entity.data),
    path: () => data.path(type, entity),
    attrib: () => data.attrib(type, entity),
    allAttrib: () => JSON.stringify(withoutNulls(data.attrib(type, entity))),
  };
}

function withoutNulls(attrib: Members): Members {
  return Object.fromEntries(Object.entries(attrib).filter(([, value]) => value != null));
}
