import type { LawClient, RequestDraft, RequestMakers } from "@fairlead/contract";
import { bodyOf, withMembers } from "./change-body.ts";
import { newName } from "./new-name.ts";

/** Requests about projects and their variables: names that nothing has yet. */
export const projectRequests: RequestMakers = {
  async updateProject(client, derived) {
    const { name } = bodyOf<{ name?: string }>(derived);
    return name === undefined ? {} : withMembers(derived, { name: await newName(client, "Project", "name", "pier-") });
  },
  // One variable or a list of them, of which none may exist in the same environment.
  async createEnvVars(client, derived) {
    const given = bodyOf<object>(derived);
    const key = await newName(client, "EnvVar", "key", "PIER_");
    const places = await environmentsIn(client, derived);
    if (!Array.isArray(given)) return withMembers(derived, { key, ...places(given) });
    const value = given.map((one, index) => ({ ...one, key: `${key}_${index}`, ...places(one) }));
    return { body: { mediaType: "application/json", value } };
  },
  updateEnvVar: withNewKey,
};

/** A variable may get another name, which must be free. */
async function withNewKey(client: LawClient, derived: RequestDraft): Promise<Partial<RequestDraft>> {
  const body = bodyOf<{ key?: string; customEnvironmentIds?: unknown }>(derived);
  const named = body.key === undefined ? {} : { key: await newName(client, "EnvVar", "key", "PIER_") };
  return withMembers(derived, { ...named, ...(await environmentsIn(client, derived))(body) });
}

/** Replaces the custom environments of a variable by those of the project, where it has any. */
async function environmentsIn(
  { world }: LawClient,
  { path }: RequestDraft,
): Promise<(variable: { readonly customEnvironmentIds?: unknown }) => { readonly customEnvironmentIds?: unknown }> {
  const all = await world.entities("CustomEnvironment");
  const ids = all.filter(({ projectId }) => projectId === path.idOrName).map(({ id }) => id);
  return ({ customEnvironmentIds }) => (customEnvironmentIds === undefined ? {} : { customEnvironmentIds: ids });
}
