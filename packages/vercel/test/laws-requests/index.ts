import type { RequestMakers } from "@fairlead/contract";
import { accountRequests } from "./accounts.ts";
import { aliasRequests } from "./aliases.ts";
import { certRequests } from "./certs.ts";
import { checkRunRequests } from "./check-runs.ts";
import { deploymentRequests } from "./deployments.ts";
import { dnsRequests } from "./dns.ts";
import { domainRequests } from "./domains.ts";
import { environmentRequests } from "./environments.ts";
import { projectRequests } from "./projects.ts";
import { webhookRequests } from "./webhooks.ts";

/** The requests that no declaration gives. */
export const requests: RequestMakers = {
  ...accountRequests,
  ...projectRequests,
  ...environmentRequests,
  ...domainRequests,
  ...dnsRequests,
  ...certRequests,
  ...deploymentRequests,
  ...checkRunRequests,
  ...aliasRequests,
  ...webhookRequests,
};
