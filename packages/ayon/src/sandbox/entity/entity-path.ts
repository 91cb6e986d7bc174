import type { EntityPlace } from "./find-entity.ts";
import { findEntity } from "./find-entity.ts";
import type { EntityType, StoredByType, StoredFolder } from "./types.ts";

/** How a version is called: `v` and its number in three digits or more, or `HERO` for a negative one. */
export function versionName(version: number): string {
  return version < 0 ? "HERO" : `v${String(version).padStart(3, "0")}`;
}

/** What an entity is called among those beside it; the name of the file for a workfile. */
export function nameOf<Type extends EntityType>(type: Type, entity: StoredByType[Type]): string {
  if (type === "version") return versionName((entity as StoredByType["version"]).version);
  if (type === "workfile") return (entity as StoredByType["workfile"]).path.split("/").at(-1) ?? "";
  return (entity as StoredByType["folder"]).name;
}

/** The path of an entity in its project, such as `/shots/sh010/renderMain/v001`; a workfile's is that of its file. */
export function pathOf<Type extends EntityType>(
  place: EntityPlace,
  type: Type,
  entity: StoredByType[Type] | undefined,
): string {
  if (entity === undefined) return "";
  const name = nameOf(type, entity);
  switch (type) {
    case "folder":
      return `/${foldersOf(place, entity as StoredFolder)
        .map((folder) => folder.name)
        .join("/")}`;
    case "workfile":
      return (entity as StoredByType["workfile"]).path;
    case "version": {
      const { productId } = entity as StoredByType["version"];
      return `${pathOf(place, "product", findEntity(place, "product", productId))}/${name}`;
    }
    case "representation": {
      const { versionId } = entity as StoredByType["representation"];
      return `${pathOf(place, "version", findEntity(place, "version", versionId))}/${name}`;
    }
    default: {
      const { folderId } = entity as StoredByType["task" | "product"];
      return `${pathOf(place, "folder", findEntity(place, "folder", folderId))}/${name}`;
    }
  }
}

/** A folder and those that it is in, from the top. */
export function foldersOf(place: EntityPlace, folder: StoredFolder): readonly StoredFolder[] {
  const parent = findEntity(place, "folder", folder.parentId);
  return parent === undefined ? [folder] : [...foldersOf(place, parent), folder];
}
