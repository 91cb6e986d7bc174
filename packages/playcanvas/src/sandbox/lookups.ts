import type { Call, Store } from "@fairlead/sandbox";
import type { Asset, Branch, Content, Project, Scene } from "./entities.ts";

/** What a search works with. */
export type Place = Pick<Call, "store" | "refuse">;

/** A project by its id. @throws {Refusal} 404, there is none. */
export function findProject({ store, refuse }: Place, id: number): Project {
  const project = store.get("Project", id) as Project | undefined;
  if (project === undefined) throw refuse(404, `Project ${id} does not exist`);
  return project;
}

/**
 * A branch of a project by its id; without an id the main one, which some clients call `master`.
 * @throws {Refusal} 404, the project has none of that id.
 */
export function findBranch({ store, refuse }: Place, project: Project, id: string | undefined): Branch {
  const branches = store.list("Branch", { projectId: project.id }) as readonly Branch[];
  const wanted = id === undefined || id === "master" ? branches.find(({ permanent }) => permanent) : undefined;
  const branch = wanted ?? branches.find((candidate) => candidate.id === id);
  if (branch === undefined) throw refuse(404, `Branch ${id ?? "main"} is not in project ${project.id}`);
  return branch;
}

/**
 * Scenes of a branch in the order asked for.
 * @throws {Refusal} 404, one of them is not on it.
 */
export function findScenes({ store, refuse }: Place, branch: Branch, ids: readonly number[]): Scene[] {
  return ids.map((id) => {
    const scene = store.get("Scene", id, { branchId: branch.id }) as Scene | undefined;
    if (scene !== undefined) return scene;
    throw refuse(404, `Scene ${id} is not in project ${branch.projectId} on branch ${branch.name}`);
  });
}

/**
 * An asset as it stands on a branch; without a branch on the main one of its project.
 * @throws {Refusal} 404, there is none, or not on this branch.
 */
export function findAsset(place: Place, id: number, branchId: string | undefined): Asset {
  const { store, refuse } = place;
  const anywhere = store.get("Asset", id) as Asset | undefined;
  if (anywhere === undefined) throw refuse(404, `Asset ${id} does not exist`);
  const branch = findBranch(place, findProject(place, anywhere.scope.id), branchId);
  const asset = store.get("Asset", id, { branchId: branch.id }) as Asset | undefined;
  if (asset === undefined) throw refuse(404, `Asset ${id} is not on branch ${branch.name}`);
  return asset;
}

/** All that a branch holds now. */
export function contentOf(store: Store, branchId: string): Content {
  return {
    scenes: store.list("Scene", { branchId }) as readonly Scene[],
    assets: store.list("Asset", { branchId }) as readonly Asset[],
  };
}
