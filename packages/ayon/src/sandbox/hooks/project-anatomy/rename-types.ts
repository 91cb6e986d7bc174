import type { Store } from "@fairlead/sandbox";
import type { Anatomy, Project } from "../../entities.ts";

type Named = { readonly name: string; readonly original_name?: string | null };

/** A member of entities that holds the name of one of the project's types or statuses. */
interface Use {
  /** What the project calls the list of the names. */
  readonly list: "folderTypes" | "taskTypes" | "statuses";
  /** What the anatomy calls it. */
  readonly part: "folder_types" | "task_types" | "statuses";
  /** Type of the entities in the store. */
  readonly entity: string;
  readonly member: string;
}

const uses: readonly Use[] = [
  { list: "folderTypes", part: "folder_types", entity: "Folder", member: "folderType" },
  { list: "taskTypes", part: "task_types", entity: "Task", member: "taskType" },
  ...["Folder", "Task", "Product", "Version", "Representation", "Workfile"].map(
    (entity): Use => ({ list: "statuses", part: "statuses", entity, member: "status" }),
  ),
];

/** A name that entities have and that an anatomy has no longer, not even under another name; undefined where there is none. */
export function findOrphan(store: Pick<Store, "list">, project: Project, anatomy: Anatomy): string | undefined {
  for (const { list, part, entity, member } of uses) {
    const kept = new Set([...anatomy[part].map(({ name }) => name), ...renamed(project[list], anatomy[part]).keys()]);
    const used = store.list(entity, { projectName: project.name }).map((one) => one[member]);
    const orphan = used.find((name) => typeof name === "string" && !kept.has(name));
    if (orphan !== undefined) return String(orphan);
  }
  return undefined;
}

/** Gives what has a renamed type or status its new name; that is no change of the entity itself, so its time stays. */
export function renameTypes(store: Store, project: Project, anatomy: Anatomy): void {
  for (const { list, part, entity, member } of uses) {
    const names = renamed(project[list], anatomy[part]);
    if (names.size === 0) continue;
    for (const one of store.list(entity, { projectName: project.name })) {
      const name = names.get(String(one[member]));
      if (name !== undefined) store.update(entity, one, { [member]: name }, Date.parse(String(one.updatedAt)));
    }
  }
}

/** New names by old ones. */
function renamed(before: readonly Named[], after: readonly Named[]): ReadonlyMap<string, string> {
  const old = new Set(before.map(({ name }) => name));
  return new Map(
    after.flatMap(({ name, original_name: original }) =>
      original && original !== name && old.has(original) ? [[original, name] as const] : [],
    ),
  );
}
