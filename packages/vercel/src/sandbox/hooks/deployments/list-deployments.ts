import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { accountOf, findProject, notFound } from "../../account.ts";
import type { StoredDeployment } from "../../deployments/deployment.ts";
import { deploymentFilter } from "../../deployments/deployment-filter.ts";
import { summarizeDeployment } from "../../deployments/show-deployment.ts";
import { pageByTime } from "../../page-by-time.ts";

/** Lists the deployments of the account, newest first. */
export const listDeployments: Hook<operations["listDeployments"]> = (call) => {
  const { store } = call;
  const account = accountOf(call);
  const { projectId, ...query } = call.query ?? {};
  if (projectId && query.projectIds) throw call.refuse(400, "Send projectId or projectIds and not both");
  const project = projectId ? findProject(store, account, projectId) : undefined;
  if (projectId && project === undefined) throw notFound(`There is no project ${projectId} in this account`);
  const projectIds = project ? [project.id] : query.projectIds;

  const own = store.list("Deployment", { accountId: account.accountId }) as readonly StoredDeployment[];
  const wanted = own.filter(deploymentFilter(store, { ...query, projectIds }));
  const times = { limit: query.limit, since: query.since ?? query.from, until: query.until ?? query.to };
  const { items, pagination } = pageByTime(wanted, times, ({ createdAt }) => createdAt);
  return call.reply({ deployments: items.map((deployment) => summarizeDeployment(store, deployment)), pagination });
};
