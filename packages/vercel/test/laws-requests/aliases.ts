import type { LawClient, RequestDraft, RequestMakers, WorldEntity } from "@fairlead/contract";
import { bodyOf, withMembers } from "./change-body.ts";
import { newName } from "./new-name.ts";

/** Requests about aliases and production: hosts that are free, and deployments that are ready and are not there yet. */
export const aliasRequests: RequestMakers = {
  // Filters of the example are those of its world.
  listAliases: (_client, { query }) => ({
    query: { ...query, domain: undefined, projectId: undefined, rollbackDeploymentId: undefined },
  }),
  async assignAlias(client, derived) {
    const alias = `${await newName(client, "Alias", "alias", "pier-")}.example.com`;
    return { path: { id: (await ready(client))?.id }, ...withMembers(derived, { alias }) };
  },
  promoteDeployment: async (client) => ({ path: await staged(client) }),
  // Whatever was promoted, and then gave way to another, is what production can go back to.
  async rollbackDeployment(client, { query }) {
    const path = await staged(client);
    await promote(client, path, query);
    await promote(client, await staged(client), query);
    return { path };
  },
  updateProtectionBypass(_client, derived) {
    const { revoke, update } = bodyOf<{ revoke?: object; update?: object }>(derived);
    // Which secrets there are is known to who made them alone.
    return revoke === undefined && update === undefined
      ? {}
      : withMembers(derived, { revoke: undefined, update: undefined });
  },
};

async function ready({ world }: LawClient): Promise<WorldEntity | undefined> {
  const deployments = await world.entities("Deployment");
  return deployments.find(({ readyState, canceledAt }) => readyState === "READY" && canceledAt === undefined);
}

/** A deployment that is ready and not in production, made for the purpose beside one that there is. */
async function staged(client: LawClient): Promise<RequestDraft["path"]> {
  const {
    id: _id,
    alias: _alias,
    automaticAliases: _automatic,
    userAliases: _user,
    ...like
  } = (await ready(client)) ?? {};
  const [made] = await client.world.add("Deployment", [{ ...like, readySubstate: "STAGED", target: "production" }]);
  return { projectId: made?.projectId, deploymentId: made?.id };
}

async function promote(
  client: LawClient,
  path: RequestDraft["path"],
  { teamId, slug }: RequestDraft["query"],
): Promise<void> {
  await client.send(client.context.operation("promoteDeployment"), { path, query: { teamId, slug }, header: {} });
}
