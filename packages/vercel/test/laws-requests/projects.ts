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
    if (!Array.isArray(given)) return withMembers(derived, { key });
    return {
      body: { mediaType: "application/json", value: given.map((one, index) => ({ ...one, key: `${key}_${index}` })) },
    };
  },
  updateEnvVar: withNewKey,
};

/** A variable may get another name, which must be free. */
async function withNewKey(client: LawClient, derived: RequestDraft): Promise<Partial<RequestDraft>> {
  const { key } = bodyOf<{ key?: string }>(derived);
  return key === undefined ? {} : withMembers(derived, { key: await newName(client, "EnvVar", "key", "PIER_") });
}
