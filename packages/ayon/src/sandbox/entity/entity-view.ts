import type { Store } from "@fairlead/sandbox";
import type { Project } from "../entities.ts";
import { inheritable } from "./entity-attributes.ts";
import { foldersOf, pathOf } from "./entity-path.ts";
import { findEntity } from "./find-entity.ts";
import { readFolderTree } from "./folder-tree.ts";
import type { EntityType, Members, StoredByType, StoredFolder } from "./types.ts";

/** Where an entity stands, with what its project gives it. */
export interface ViewPlace {
  readonly store: Store;
  readonly project: Pick<Project, "name" | "attrib">;
}

/** An entity as answers show it: with its path and inherited attributes, without what is hidden. */
export function viewEntity<Type extends EntityType>(place: ViewPlace, type: Type, entity: StoredByType[Type]): Members {
  const { projectName: _hidden, ...members } = entity;
  const view = { ...members, path: pathOf(place, type, entity), attrib: attribOf(place, type, entity) };
  return type === "folder" ? { ...view, hasVersions: readFolderTree(place).hasVersions(entity.id) } : view;
}

/** The attributes of an entity, those included that a folder or task inherits. */
export function attribOf<Type extends EntityType>(place: ViewPlace, type: Type, entity: StoredByType[Type]): Members {
  if (type === "folder") return folderAttrib(place, entity as StoredFolder);
  if (type !== "task") return entity.attrib;
  const folder = findEntity(place, "folder", (entity as StoredByType["task"]).folderId);
  return { ...(folder && inheritable(place.store, folderAttrib(place, folder))), ...entity.attrib };
}

function folderAttrib(place: ViewPlace, folder: StoredFolder): Members {
  const above = foldersOf(place, folder)
    .slice(0, -1)
    .map(({ attrib }) => inheritable(place.store, attrib));
  return Object.assign({}, inheritable(place.store, place.project.attrib), ...above, folder.attrib) as Members;
}
