import type { LawClient, RequestDraft, RequestMaker, RequestMakers } from "@fairlead/contract";
import { bodyOf, withMembers } from "./change-body.ts";
import { someVersions } from "./some-versions.ts";

/** Requests about folders and what is in them: names and numbers that nothing has yet, and ends of links that exist. */
export const entityRequests: RequestMakers = {
  // No name tells that the parent is a folder too.
  async createFolder(client, derived) {
    const { parentId } = bodyOf<{ parentId?: string | null }>(derived);
    const parent = (await client.world.entities("Folder")).find(({ id }) => id === parentId);
    const isHere = parent?.projectName === derived.path.project_name;
    return withMembers(derived, { name: await freeName(client, "Folder"), parentId: isHere ? parentId : null });
  },
  createTask: renamed("Task"),
  createProduct: renamed("Product"),
  createRepresentation: renamed("Representation"),
  createVersion: async ({ world }, derived) => {
    const numbers = (await world.entities("Version")).map(({ version }) => Number(version));
    return withMembers(derived, { version: Math.max(0, ...numbers) + 1 });
  },
  // What holds products goes by force only.
  deleteFolder: () => ({ query: { force: true } }),
  createLink: async (client, derived) => {
    const [input, output] = await someVersions(client, derived.path.project_name, 2);
    return withMembers(derived, { input: input?.id, output: output?.id, linkType: "reference|version|version" });
  },
  // Places, names and attributes change `path` and `ownAttrib` too, which the law on partial changes can't know.
  updateFolder: withoutDerived,
  updateTask: withoutDerived,
  updateProduct: withoutDerived,
  updateVersion: withoutDerived,
};

function renamed(type: string): RequestMaker {
  return async (client, derived) => withMembers(derived, { name: await freeName(client, type) });
}

async function freeName({ world }: LawClient, type: string): Promise<string> {
  const taken = new Set((await world.entities(type)).map(({ name }) => name));
  let number = taken.size;
  while (taken.has(`new_${type}_${number}`)) number += 1;
  return `new_${type}_${number}`;
}

function withoutDerived(_client: LawClient, derived: RequestDraft): Partial<RequestDraft> {
  const { name: _name, parentId: _parentId, attrib: _attrib, ...kept } = bodyOf<Record<string, unknown>>(derived);
  return { body: { mediaType: "application/json", value: { ...kept, tags: ["for reel"] } } };
}
