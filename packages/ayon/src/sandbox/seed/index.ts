import type { Seed } from "@fairlead/sandbox";
import { attributes } from "../attributes.ts";
import { makeActivities } from "./activities.ts";
import { addons, events } from "./addons.ts";
import { bundles } from "./bundles.ts";
import { makeFiles } from "./files.ts";
import { folders, tasks } from "./folders.ts";
import { links } from "./links.ts";
import { makeDependencyPackages, makeInstallers } from "./packages.ts";
import { products, representations, versions } from "./products.ts";
import { commercials, projects } from "./projects.ts";
import { secrets } from "./secrets.ts";
import type { SeedTools } from "./seed-tools.ts";
import { settings } from "./settings.ts";
import { makeThumbnails } from "./thumbnails.ts";
import { makeUsers } from "./users.ts";
import { workfiles } from "./workfiles.ts";

/**
 * What every session begins with: the world of the documents' examples, a year earlier, because the clock of a session
 * may begin before their dates and new things must be the newest.
 */
export async function seed(tools: SeedTools): Promise<Seed> {
  const files = await makeFiles(tools);
  return {
    User: await makeUsers(),
    Project: projects,
    AnatomyPreset: [commercials],
    Installer: await makeInstallers(tools),
    DependencyPackage: await makeDependencyPackages(tools),
    Addon: addons,
    Attribute: attributes,
    AddonSettings: settings,
    Bundle: bundles,
    Secret: secrets,
    Folder: folders,
    Task: tasks,
    Product: products,
    Version: versions,
    Representation: representations,
    Workfile: workfiles,
    Link: links,
    ProjectFile: files,
    Activity: makeActivities(files),
    Thumbnail: await makeThumbnails(tools),
    Event: events,
  };
}
