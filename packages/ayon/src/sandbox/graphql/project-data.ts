import type { Store } from "@fairlead/sandbox";
import type { Project } from "../entities.ts";
import { foldersOf, pathOf } from "../entity/entity-path.ts";
import { attribOf } from "../entity/entity-view.ts";
import { findEntity, listEntities } from "../entity/find-entity.ts";
import { type FolderTree, readFolderTree } from "../entity/folder-tree.ts";
import { reviewedFolders } from "../entity/reviewed-folders.ts";
import type { EntityType, Members, StoredByType, StoredFolder, StoredVersion } from "../entity/types.ts";

/** What is in a project, each part read once for a query and only if it is needed. */
export class ProjectData {
  readonly store: Store;
  readonly project: Project;
  readonly #known = new Map<string, unknown>();

  constructor(store: Store, project: Project) {
    this.store = store;
    this.project = project;
  }

  /** All entities of a kind, oldest first. */
  all<Type extends EntityType>(type: Type): readonly StoredByType[Type][] {
    return this.#once(type, () => listEntities(this, type));
  }

  find<Type extends EntityType>(type: Type, id: string | undefined): StoredByType[Type] | undefined {
    return findEntity(this, type, id);
  }

  /** An entity that another one names. @throws {Error} It is gone. */
  need<Type extends EntityType>(type: Type, id: string): StoredByType[Type] {
    const found = this.find(type, id);
    if (found === undefined) throw new Error(`The ${type} ${id} is gone`);
    return found;
  }

  path<Type extends EntityType>(type: Type, entity: StoredByType[Type]): string {
    return this.#once(`path ${entity.id}`, () => pathOf(this, type, entity));
  }

  /** The attributes of an entity, inherited ones too. */
  attrib<Type extends EntityType>(type: Type, entity: StoredByType[Type]): Members {
    return this.#once(`attrib ${entity.id}`, () => attribOf(this, type, entity));
  }

  tree(): FolderTree {
    return this.#once("tree", () => readFolderTree(this));
  }

  /** Names of the folders above a folder and of itself, from the top. */
  folderNames(folder: StoredFolder | undefined): readonly string[] {
    return folder === undefined ? [] : foldersOf(this, folder).map(({ name }) => name);
  }

  /** The versions of a product, by number. */
  versionsOf(productId: string): readonly StoredVersion[] {
    const byProduct = this.#once("versionsOf", () => {
      const groups = new Map<string, StoredVersion[]>();
      for (const version of this.all("version")) {
        const group = groups.get(version.productId);
        if (group === undefined) groups.set(version.productId, [version]);
        else group.push(version);
      }
      for (const group of groups.values()) group.sort((a, b) => a.version - b.version);
      return groups;
    });
    return byProduct.get(productId) ?? [];
  }

  /** The version of a product that a word stands for: `latest`, `latestDone` or `hero`. */
  featured(productId: string, word: string): StoredVersion | undefined {
    const versions = this.versionsOf(productId);
    if (word === "hero") return versions.find(({ version }) => version < 0);
    const standard = versions.filter(({ version }) => version >= 0);
    return standard.findLast((version) => word === "latest" || this.isDone(version));
  }

  isDone({ status }: StoredVersion): boolean {
    return this.project.statuses.find(({ name }) => name === status)?.state === "done";
  }

  /** The folders whose versions have something to review. */
  reviewedFolders(): ReadonlySet<string> {
    return this.#once("reviewedFolders", () => reviewedFolders(this));
  }

  /** The versions that have something to review. */
  reviewedVersions(): ReadonlySet<unknown> {
    return this.#once("reviewedVersions", () => {
      const where = { projectName: this.project.name, activityType: "reviewable" };
      return new Set(this.store.list("Activity", where).map(({ entityId }) => entityId));
    });
  }

  /** The entities that links lead to, and those that they come from. */
  linked(): { readonly in: ReadonlySet<unknown>; readonly out: ReadonlySet<unknown> } {
    return this.#once("linked", () => {
      const links = this.store.list("Link", { projectName: this.project.name });
      return {
        in: new Set(links.map(({ outputId }) => outputId)),
        out: new Set(links.map(({ inputId }) => inputId)),
      };
    });
  }

  #once<Value>(key: string, read: () => Value): Value {
    if (!this.#known.has(key)) this.#known.set(key, read());
    return this.#known.get(key) as Value;
  }
}
