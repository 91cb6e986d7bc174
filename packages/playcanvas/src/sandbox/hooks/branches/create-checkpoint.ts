import type { JobHook } from "@fairlead/sandbox";
import type { components, operations } from "../../../generated/schema.ts";
import { account } from "../../account.ts";
import type { Checkpoint, Content } from "../../entities.ts";
import { contentOf, findBranch, findProject } from "../../lookups.ts";

/** A checkpoint of what the branch holds when it is asked for; it exists, and is the branch's latest, when the job ends. */
export const createCheckpoint: JobHook<operations["createCheckpoint"]> = {
  start(call) {
    const { projectId, branchId, description } = call.body;
    const branch = findBranch(call, findProject(call, projectId), branchId);
    const data: components["schemas"]["CheckpointRequest"] = {
      type: "checkpoint_create",
      project_id: projectId,
      branch_id: branch.id,
      user_id: account.id,
      user: account,
      description,
    };
    return { data, source: contentOf(call.store, branch.id) };
  },
  finish(job, { store }) {
    const { data, source } = job as { data: components["schemas"]["CheckpointRequest"]; source: Content };
    const { user, description, branch_id: branchId } = data;
    const made = store.create("Checkpoint", { branchId, user, description, holds: source }) as Checkpoint;
    const branch = store.get("Branch", branchId);
    if (branch !== undefined) store.update("Branch", branch, { latestCheckpointId: made.id });
    return { data: { id: made.id, user, createdAt: made.createdAt, description }, source: null };
  },
};
