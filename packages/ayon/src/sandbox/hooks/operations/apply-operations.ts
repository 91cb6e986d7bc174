import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { workOf } from "../../entity/answer-entity.ts";
import { type BatchResult, performBatch } from "../../operations/batch.ts";
import { readBatch } from "../../operations/read-batch.ts";

/** Does a batch at once. What failed stands in the answer, or is the answer where the request wants that. */
export const applyOperations: Hook<operations["applyOperations"]> = async (call) => {
  const { user, ...place } = await workOf(call, call.path.project_name);
  const { operations = [], canFail = false, raiseOnError = false } = call.body;
  const result = performBatch(place, readBatch(call, operations, user), canFail);
  if (raiseOnError && !canFail) refuseFailure(result);
  return call.reply(result);

  function refuseFailure({ operations: results }: BatchResult): void {
    const failed = results.find(({ success }) => !success);
    if (failed === undefined) return;
    const status = failed.errorCode?.endsWith("-violation") ? 409 : failed.status;
    throw call.refuse(status, failed.detail ?? "An item failed");
  }
};
