import type { JobHook, Members } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import type { Project } from "../../entities.ts";
import { workOf } from "../../entity/answer-entity.ts";
import { type BatchItem, type BatchResult, performBatch } from "../../operations/batch.ts";
import { readBatch } from "../../operations/read-batch.ts";

/** What a batch in the background keeps besides what its answer shows. */
export interface BackgroundBatch {
  readonly projectName: string;
  readonly items: readonly BatchItem[];
  readonly canFail: boolean;
}

/**
 * Does a batch at the end of the job, whose result says how it went: the job itself never fails. A batch that can't be
 * read is refused at once, where the server would never come to its end.
 */
export const applyOperationsInBackground: JobHook<operations["applyOperationsInBackground"]> = {
  async start(call) {
    const { user, project } = await workOf(call, call.path.project_name);
    const { operations = [], canFail = false } = call.body;
    const items = readBatch(call, operations, user);
    const batch: BackgroundBatch = { projectName: project.name, items, canFail };
    return { progress: null, result: null, batch };
  },
  finish(job, { store, random }) {
    const { projectName, items, canFail } = batchOf(job);
    const project = store.get("Project", projectName) as Project | undefined;
    const result =
      project === undefined ? lost(items, projectName) : performBatch({ store, random, project }, items, canFail);
    return { progress: 100, result };
  },
};

/** The batch of a job. */
function batchOf(job: Members): BackgroundBatch {
  return job.batch as BackgroundBatch;
}

/** The result of a batch whose project is gone. */
function lost(items: readonly BatchItem[], projectName: string): BatchResult {
  const operations = items.map(({ id, type, entityType, entityId = null }) => ({
    ...{ id, type, entityType, entityId, success: false, status: 404 },
    ...{ errorCode: "not-found", detail: `No project is called ${projectName}` },
  }));
  return { operations, success: operations.length === 0 };
}
