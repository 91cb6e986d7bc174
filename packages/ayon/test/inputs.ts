import { access } from "./inputs/access.ts";
import { distribution } from "./inputs/distribution.ts";
import { folders } from "./inputs/folders.ts";
import type { Inputs } from "./inputs/input-of.ts";
import { media } from "./inputs/media.ts";
import { projects } from "./inputs/projects.ts";
import { publishing } from "./inputs/publishing.ts";
import { studio } from "./inputs/studio.ts";
import { work } from "./inputs/work.ts";

/** One valid input for every operation, as a user would write it. */
export const inputs: Inputs = {
  ...access,
  ...projects,
  ...folders,
  ...publishing,
  ...work,
  ...media,
  ...distribution,
  ...studio,
};
