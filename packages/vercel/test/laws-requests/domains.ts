import type { LawClient, RequestDraft, RequestMakers, WorldEntity } from "@fairlead/contract";
import { bodyOf, withMembers } from "./change-body.ts";
import { newName } from "./new-name.ts";

/** Requests about domains: names that are such and are free, and domains that the project of the path has. */
export const domainRequests: RequestMakers = {
  async createProjectDomain(client, derived) {
    const { redirect } = bodyOf<{ redirect?: string }>(derived);
    const name = `${await newName(client, "ProjectDomain", "name", "pier")}.example.com`;
    const places = await environmentOf(client, derived);
    return withMembers(derived, { name, ...places, ...(await redirectOf(client, derived, redirect)) });
  },
  async updateProjectDomain(client, derived) {
    const { redirect } = bodyOf<{ redirect?: string | null }>(derived);
    return withMembers(derived, await redirectOf(client, derived, redirect));
  },
  verifyProjectDomain: async ({ world }, { path }) => ({ path: { ...path, ...pathOf((await domainsOf(world))[0]) } }),
  async moveProjectDomain({ world }, derived) {
    const [domain] = await domainsOf(world);
    const to = (await world.entities("Project")).find(({ id }) => id !== domain?.projectId);
    const gone = { redirect: undefined, redirectStatusCode: undefined };
    return { path: pathOf(domain), ...withMembers(derived, { ...gone, projectId: to?.id }) };
  },
  async createDomain(client, derived) {
    const { method } = bodyOf<{ method?: string }>(derived);
    if (method === "move-in") return {}; // of a domain that another team sent
    return withMembers(derived, { name: `${await newName(client, "Domain", "name", "pier-")}.example` });
  },
  // Of two forms one has a destination, which has to be another account.
  updateDomain(_client, derived) {
    const { destination } = bodyOf<{ destination?: string }>(derived);
    return destination === undefined ? {} : withMembers(derived, { destination: "lighthouse" });
  },
};

/** A domain shows a custom environment of its own project. */
async function environmentOf(
  { world }: LawClient,
  derived: RequestDraft,
): Promise<{ readonly customEnvironmentId?: unknown }> {
  const { customEnvironmentId } = bodyOf<{ customEnvironmentId?: string }>(derived);
  const all = await world.entities("CustomEnvironment");
  const own = all.find(({ projectId }) => projectId === derived.path.idOrName);
  return customEnvironmentId === undefined ? {} : { customEnvironmentId: own?.id };
}

/** A redirect leads to another domain of the same project. */
async function redirectOf(
  { world }: LawClient,
  { path }: RequestDraft,
  redirect: string | null | undefined,
): Promise<{ redirect?: unknown }> {
  if (!redirect) return {};
  const others = (await domainsOf(world)).filter(({ projectId }) => projectId === path.idOrName);
  return { redirect: others.find(({ name }) => name !== path.domain)?.name };
}

/** The domains of projects that are verified and shown as they are, without a branch. */
async function domainsOf(world: LawClient["world"]): Promise<WorldEntity[]> {
  const all = await world.entities("ProjectDomain");
  return all.filter(
    ({ verified, gitBranch, redirect }) => verified === true && gitBranch === null && redirect === null,
  );
}

function pathOf(domain: WorldEntity | undefined): { idOrName: unknown; domain: unknown } {
  return { idOrName: domain?.projectId, domain: domain?.name };
}
