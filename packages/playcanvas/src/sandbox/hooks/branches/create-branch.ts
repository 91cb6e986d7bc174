import type { Call, Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { account } from "../../account.ts";
import { describeFile } from "../../asset-file.ts";
import type { Branch, Checkpoint, Content } from "../../entities.ts";
import { contentOf, findBranch, findProject, type Place } from "../../lookups.ts";

type Creation = operations["createBranch"];

/** A branch with what a checkpoint of its source recorded; work there that no checkpoint holds does not come along. */
export const createBranch: Hook<Creation> = async (call, next) => {
  const { name, projectId, sourceBranchId, sourceCheckpointId } = call.body;
  const source = findBranch(call, findProject(call, projectId), sourceBranchId);
  const checkpoint = findCheckpoint(call, source, sourceCheckpointId ?? source.latestCheckpointId);
  const branch: Omit<Branch, "id" | "createdAt" | "closed"> = {
    name,
    projectId,
    latestCheckpointId: checkpoint.id,
    user: account,
  };
  call.body = branch as unknown as Call<Creation>["body"];
  const answer = await next();
  copy(call.store, recorded(call.store, checkpoint), (answer.json as Branch).id);
  return answer;
};

/** @throws {Refusal} 404, there is none; 400, it is of another branch. */
function findCheckpoint({ store, refuse }: Place, branch: Branch, id: string): Checkpoint {
  const checkpoint = store.get("Checkpoint", id) as Checkpoint | undefined;
  if (checkpoint === undefined) throw refuse(404, `Checkpoint ${id} does not exist`);
  // A branch that was made without work of its own still names the checkpoint of its source.
  if (checkpoint.branchId === branch.id || checkpoint.id === branch.latestCheckpointId) return checkpoint;
  throw refuse(400, `Checkpoint ${id} is not one of branch ${branch.name}`);
}

/** What a checkpoint holds: of a seeded one without a record, what its own branch had by then. */
function recorded(store: Place["store"], { holds, createdAt, branchId }: Checkpoint): Content {
  if (holds !== undefined) return holds;
  const { scenes, assets } = contentOf(store, branchId);
  return {
    scenes: scenes.filter(({ created }) => created <= createdAt),
    assets: assets.filter((asset) => asset.createdAt <= createdAt),
  };
}

function copy(store: Place["store"], { scenes, assets }: Content, branchId: string): void {
  for (const scene of scenes) store.create("Scene", { ...scene, branchId });
  for (const asset of assets) {
    const { id, file } = asset;
    const own = file ? { ...file, ...describeFile({ id, branchId }, file.filename, file) } : null;
    store.create("Asset", { ...asset, branchId, file: own });
  }
}
