import { type EntityPlace, listEntities } from "./find-entity.ts";
import type { StoredFolder, StoredTask } from "./types.ts";

/** The folders of a project, and what is in them. */
export interface FolderTree {
  /** Oldest first. */
  readonly folders: readonly StoredFolder[];
  /** The folders in one, oldest first; those at the top for null. */
  childrenOf(id: string | null): readonly StoredFolder[];
  /** The tasks in a folder, oldest first. */
  tasksOf(id: string): readonly StoredTask[];
  /** Whether a folder, or one below it, holds versions. */
  hasVersions(id: string): boolean;
  /** A folder with all below it, from the top. */
  below(folder: StoredFolder): readonly StoredFolder[];
}

/** Reads all folders of a project at once. */
export function readFolderTree(place: EntityPlace): FolderTree {
  const folders = listEntities(place, "folder");
  const children = groupBy(folders, ({ parentId }) => parentId ?? null);
  const tasks = groupBy(listEntities(place, "task"), ({ folderId }) => folderId);
  const parents = new Map(folders.map(({ id, parentId }) => [id, parentId]));
  const products = new Map(listEntities(place, "product").map(({ id, folderId }) => [id, folderId]));
  const published = new Set<string>();
  for (const { productId } of listEntities(place, "version"))
    for (let id = products.get(productId); id !== undefined && !published.has(id); id = parents.get(id))
      published.add(id);
  const childrenOf = (id: string | null): readonly StoredFolder[] => children.get(id) ?? [];
  const below = (folder: StoredFolder): readonly StoredFolder[] => [folder, ...childrenOf(folder.id).flatMap(below)];
  return { folders, childrenOf, below, tasksOf: (id) => tasks.get(id) ?? [], hasVersions: (id) => published.has(id) };
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
