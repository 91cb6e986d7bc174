import type { Seed } from "@fairlead/sandbox";
import { apps } from "./apps.ts";
import { makeAssets, type SeedTools } from "./assets.ts";
import { branches, main } from "./branches.ts";
import { makeCheckpoints } from "./checkpoints.ts";
import { jobs } from "./jobs.ts";
import { projects } from "./projects.ts";
import { scenes } from "./scenes.ts";
import { publishedSplats, splats, splatUploads } from "./splats.ts";

/**
 * What every session begins with: the world of the documents' examples, a year earlier, because the clock of a session
 * may begin before their dates and new things must be the newest.
 */
export async function seed(tools: SeedTools): Promise<Seed> {
  const assets = await makeAssets(tools);
  const mainNow = {
    scenes: scenes.filter(({ branchId }) => branchId === main.id),
    assets: assets.filter(({ branchId }) => branchId === main.id),
  };
  return {
    Project: projects,
    Branch: branches,
    Checkpoint: makeCheckpoints(mainNow),
    Scene: scenes,
    Asset: assets,
    App: apps,
    Job: jobs,
    Splat: splats,
    SplatUpload: splatUploads,
    PublishedSplat: publishedSplats,
  };
}
