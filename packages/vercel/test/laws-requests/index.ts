import type { RequestMakers } from "@fairlead/contract";
import { deploymentRequests } from "./deployments.ts";
import { domainRequests } from "./domains.ts";
import { projectRequests } from "./projects.ts";

/** The requests that no declaration gives. */
export const requests: RequestMakers = { ...projectRequests, ...domainRequests, ...deploymentRequests };
