import type { LawClient, RequestDraft, RequestMakers } from "@fairlead/contract";
import { bodyOf, withMembers } from "./change-body.ts";
import { newName } from "./new-name.ts";

/** Requests about shared variables and custom environments: names that nothing has yet, and things that are there. */
export const environmentRequests: RequestMakers = {
  async listSharedEnvVars({ world }, { query }) {
    if (query.projectId === undefined) return {};
    return { query: { ...query, projectId: (await world.entities("Project"))[0]?.id } };
  },
  async createSharedEnvVars(client, derived) {
    const { evs, projectId } = bodyOf<{ evs: readonly object[]; projectId?: readonly string[] }>(derived);
    const key = await newName(client, "SharedEnvVar", "key", "QUAY_");
    return withMembers(derived, {
      evs: evs.map((one, index) => ({ ...one, key: `${key}_${index}` })),
      projectId: projectId && (await projectIds(client)),
    });
  },
  async updateSharedEnvVars(client, derived) {
    const [envVar] = await client.world.entities("SharedEnvVar");
    const [change = {}] = Object.values(bodyOf<{ updates: Record<string, object> }>(derived).updates);
    const given = { ...change, key: await newName(client, "SharedEnvVar", "key", "QUAY_"), value: "7" };
    const projects = { projectId: await projectIds(client), projectIdUpdates: undefined };
    return withMembers(derived, { updates: { [String(envVar?.id)]: { ...given, ...projects } } });
  },
  async deleteSharedEnvVars({ world }, derived) {
    const [envVar] = await world.entities("SharedEnvVar");
    return withMembers(derived, { ids: [envVar?.id] });
  },
  async unlinkSharedEnvVar({ world }) {
    const [envVar] = await world.entities("SharedEnvVar");
    const [project] = await world.entities("Project");
    return { path: { id: envVar?.id, projectId: project?.id } };
  },
  createCustomEnvironment: withNewSlug,
  updateCustomEnvironment: withNewSlug,
  // Only what nothing uses goes: one that was made just now.
  deleteCustomEnvironment: async (client, { path }) => ({ path: { ...path, ...(await unused(client)) } }),
};

async function projectIds({ world }: LawClient): Promise<readonly unknown[]> {
  return (await world.entities("Project")).slice(0, 2).map(({ id }) => id);
}

/** The slug has to be free, and variables are copied from an environment that is there. */
async function withNewSlug(client: LawClient, derived: RequestDraft): Promise<Partial<RequestDraft>> {
  const { slug, copyEnvVarsFrom } = bodyOf<{ slug?: string; copyEnvVarsFrom?: string }>(derived);
  return withMembers(derived, {
    ...(slug !== undefined && { slug: await newName(client, "CustomEnvironment", "slug", "dock-") }),
    ...(copyEnvVarsFrom !== undefined && { copyEnvVarsFrom: "preview" }),
  });
}

async function unused(client: LawClient): Promise<{ idOrName: unknown; environmentSlugOrId: unknown }> {
  const [domains, environments] = [
    await client.world.entities("ProjectDomain"),
    await client.world.entities("CustomEnvironment"),
  ];
  const shown = new Set(domains.map(({ customEnvironmentId }) => customEnvironmentId));
  const free = environments.find(({ id }) => !shown.has(id));
  return { idOrName: free?.projectId, environmentSlugOrId: free?.id };
}
