import type { AllOptions, Core } from "@fairlead/runtime";
import { type ListProjectsInput, listProjects } from "../generated/operations.ts";

/** Which projects to name. */
export type ProjectNamesInput = Pick<NonNullable<ListProjectsInput>, "active" | "library">;

/**
 * Gives the names of all projects that the user may see, in the order of the server.
 * @param input - `active` and `library` leave out the projects that are not so.
 * @throws {PaginationError} There are more than `max`, 10,000 unless it is set.
 * @throws {FairleadError} A request failed.
 */
export async function getProjectNames(core: Core, input?: ProjectNamesInput, options?: AllOptions): Promise<string[]> {
  return (await listProjects.all(core, input, options)).map(({ name }) => name);
}
