import type { LawClient, WorldEntity } from "@fairlead/contract";

/** At least so many versions of a project, which are made where it lacks them. */
export async function someVersions(client: LawClient, project: unknown, count: number): Promise<WorldEntity[]> {
  const { world, context } = client;
  const known = async (): Promise<WorldEntity[]> =>
    (await world.entities("Version")).filter(({ projectName }) => projectName === project);
  const owner = (await world.entities("Project")).find(({ name }) => name === project);
  const create = context.operation("createVersion");
  for (let missing = count - (await known()).length; missing > 0 && owner !== undefined; missing -= 1)
    await client.send(create, await client.valid(create, { given: new Map([["Project", owner]]) }));
  return await known();
}
