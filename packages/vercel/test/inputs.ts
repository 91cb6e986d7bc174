import { accounts } from "./inputs/accounts.ts";
import { aliases } from "./inputs/aliases.ts";
import { certs } from "./inputs/certs.ts";
import { checkRuns } from "./inputs/check-runs.ts";
import { deployments } from "./inputs/deployments.ts";
import { dns } from "./inputs/dns.ts";
import { domains } from "./inputs/domains.ts";
import { environments } from "./inputs/environments.ts";
import type { Inputs } from "./inputs/input-of.ts";
import { projects } from "./inputs/projects.ts";
import { webhooks } from "./inputs/webhooks.ts";

/** One valid input for every operation, as a user would write it. */
export const inputs: Inputs = {
  ...accounts,
  ...projects,
  ...environments,
  ...domains,
  ...dns,
  ...certs,
  ...deployments,
  ...checkRuns,
  ...aliases,
  ...webhooks,
};
