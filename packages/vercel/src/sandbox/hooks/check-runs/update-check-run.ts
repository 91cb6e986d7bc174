import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { findCheckRun } from "../../check-runs/find-check-run.ts";
import { tellDeployment } from "../../check-runs/tell-deployment.ts";
import { vercelRefusal } from "../../refusal.ts";

/** The longest output of a run as JSON text, in characters. No source has the vendor's number. */
const maxOutput = 65_536;

/** Changes a run: a conclusion completes it, and nothing else does. */
export const updateCheckRun: Hook<operations["updateCheckRun"]> = (call) => {
  const { store, path, body, clock } = call;
  const { run, deployment } = findCheckRun(call, path);
  if (JSON.stringify(body.output ?? {}).length > maxOutput)
    throw vercelRefusal(413, "payload_too_large", `The output has more than ${maxOutput} characters`);
  const status = body.status ?? (body.conclusion === undefined ? run.status : "completed");
  const conclusion = body.conclusion ?? run.conclusion;
  if (status === "completed" && conclusion === undefined)
    throw vercelRefusal(400, "bad_request", "A run that is completed needs a conclusion");
  if (status !== "completed" && body.conclusion !== undefined)
    throw vercelRefusal(400, "bad_request", `A run that is ${status} has no conclusion`);
  const end =
    status === "completed"
      ? { conclusion, completedAt: body.completedAt ?? run.completedAt ?? clock.now() }
      : { conclusion: undefined, completedAt: undefined }; // it runs again
  const changed = store.update("CheckRun", run, { ...body, status, ...end });
  tellDeployment(store, deployment);
  return call.reply(changed);
};
