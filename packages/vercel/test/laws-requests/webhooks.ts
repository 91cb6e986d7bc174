import type { RequestMakers } from "@fairlead/contract";
import { bodyOf, withMembers } from "./change-body.ts";

/** Requests about webhooks: their projects are such that the account has. */
export const webhookRequests: RequestMakers = {
  async createWebhook({ world }, derived) {
    const { projectIds } = bodyOf<{ projectIds?: unknown }>(derived);
    if (projectIds === undefined) return {};
    const [project] = await world.entities("Project");
    return withMembers(derived, { projectIds: [project?.id] });
  },
};
