import type { Store } from "@fairlead/sandbox";
import type { StoredDeployment } from "../deployments/deployment.ts";
import type { CheckRun } from "./check-run.ts";

/** What all runs of a deployment come to together, the worst first. */
const order = ["failed", "canceled", "succeeded", "skipped"] as const;

/** Writes down at a deployment how far its checks are and what they came to, as its own answers tell it. */
export function tellDeployment(store: Store, { id }: Pick<StoredDeployment, "id">): void {
  const deployment = store.get("Deployment", id);
  const runs = store.list("CheckRun", { deploymentId: id }) as readonly CheckRun[];
  if (deployment === undefined || runs.length === 0) return;
  const isOver = runs.every(({ status }) => status === "completed");
  const isBegun = runs.some(({ status }) => status !== "queued");
  const conclusions = runs.map(({ conclusion }) => togetherAs(conclusion));
  store.update("Deployment", deployment, {
    checksState: isOver ? "completed" : isBegun ? "running" : "registered",
    checksConclusion: isOver ? order.find((one) => conclusions.includes(one)) : undefined,
  });
}

/** A run that took too long has failed, and one with neither result has nothing against the deployment. */
function togetherAs(conclusion: CheckRun["conclusion"]): string | undefined {
  if (conclusion === "timeout") return "failed";
  return conclusion === "neutral" ? "succeeded" : conclusion;
}
