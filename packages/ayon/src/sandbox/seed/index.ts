import type { Seed } from "@fairlead/sandbox";
import { addons, events } from "./addons.ts";
import { makeDependencyPackages, makeInstallers } from "./packages.ts";
import { commercials, projects } from "./projects.ts";
import type { SeedTools } from "./seed-tools.ts";
import { makeUsers } from "./users.ts";

/**
 * What every session begins with: the world of the documents' examples, a year earlier, because the clock of a session
 * may begin before their dates and new things must be the newest.
 */
export async function seed(tools: SeedTools): Promise<Seed> {
  return {
    User: await makeUsers(),
    Project: projects,
    AnatomyPreset: [commercials],
    Installer: await makeInstallers(tools),
    DependencyPackage: await makeDependencyPackages(tools),
    Addon: addons,
    Event: events,
  };
}
