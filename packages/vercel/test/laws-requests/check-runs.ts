import type { RequestMakers } from "@fairlead/contract";
import { bodyOf, withMembers } from "./change-body.ts";

/** Requests about check runs and logs: what belongs together, and an end that has a conclusion. */
export const checkRunRequests: RequestMakers = {
  async createCheckRun({ world }, derived) {
    const [check] = await world.entities("Check");
    const deployments = await world.entities("Deployment");
    const checked = deployments.find(({ projectId }) => projectId === check?.projectId);
    return { path: { deploymentId: checked?.id }, ...withMembers(derived, { checkId: check?.id }) };
  },
  updateCheckRun: async (_client, derived) => {
    const { status } = bodyOf<{ status?: string }>(derived);
    return status === "completed" ? withMembers(derived, { conclusion: "neutral" }) : {};
  },
  async streamRuntimeLogs({ world }) {
    const [deployment] = await world.entities("Deployment");
    return { path: { projectId: deployment?.projectId, deploymentId: deployment?.id } };
  },
};
