import type { RequestMakers } from "@fairlead/contract";
import { bodyOf, withMembers } from "./change-body.ts";

/** Requests about projects and what they are made from. */
export const projectRequests: RequestMakers = {
  // Nothing declares the key in the body, and an unknown preset can't be made.
  async createProject({ world }, derived) {
    const { name, code, anatomyPreset } = bodyOf<{ name: string; code: string; anatomyPreset?: string }>(derived);
    const number = (await world.entities("Project")).length;
    return withMembers(derived, {
      name: `${name}_${number}`,
      code: `${code}_${number}`,
      anatomyPreset: anatomyPreset ? "commercials" : anatomyPreset,
    });
  },
  getAnatomyPreset: () => ({ path: { preset_name: "commercials" } }),
  // One of several optional parameters has to come.
  getSiteRoots: (_client, { query }) => ({ query: { ...query, platform: "linux" } }),
};
