import { deployments } from "./inputs/deployments.ts";
import { domains } from "./inputs/domains.ts";
import type { Inputs } from "./inputs/input-of.ts";
import { projects } from "./inputs/projects.ts";

/** One valid input for every operation, as a user would write it. */
export const inputs: Inputs = { ...projects, ...domains, ...deployments };
