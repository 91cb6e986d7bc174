import type { RequestMakers } from "@fairlead/contract";
import { accessRequests } from "./access.ts";
import { distributionRequests } from "./distribution.ts";
import { entityRequests } from "./entities.ts";
import { mediaRequests } from "./media.ts";
import { projectRequests } from "./projects.ts";

/** The requests that no declaration gives. */
export const requests: RequestMakers = {
  ...accessRequests,
  ...projectRequests,
  ...distributionRequests,
  ...entityRequests,
  ...mediaRequests,
};
