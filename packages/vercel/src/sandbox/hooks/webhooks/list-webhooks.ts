import type { Hook, Store } from "@fairlead/sandbox";
import type { components, operations } from "../../../generated/schema.ts";
import { accountOf } from "../../account.ts";
import type { Project } from "../../entities.ts";
import { type StoredWebhook, showWebhook } from "../../webhooks/stored-webhook.ts";

type Webhook = components["schemas"]["Webhook"];

/** All webhooks of the account, or those that are limited to a project and maybe others, with something of the projects. */
export const listWebhooks: Hook<operations["listWebhooks"]> = (call) => {
  const { accountId } = accountOf(call);
  const { projectId } = call.query ?? {};
  const own = call.store.list("Webhook", { accountId }) as readonly StoredWebhook[];
  const meant = own.filter(({ projectIds }) => !projectId || projectIds?.includes(projectId));
  return call.reply(
    meant.map((one): Webhook => ({ ...showWebhook(one), projectsMetadata: projectsOf(call.store, one) })),
  );
};

/** What is told of the projects of a webhook that exist; null for one that is for all. */
function projectsOf(store: Store, { projectIds }: StoredWebhook): NonNullable<Webhook["projectsMetadata"]> | null {
  if (projectIds === undefined) return null;
  return projectIds.flatMap((id) => {
    const project = store.get("Project", id) as Project | undefined;
    if (project === undefined) return [];
    const latest = store.list("Deployment", { projectId: id }).at(-1);
    const { name, framework = null } = project;
    return [{ id, name, framework, ...(latest && { latestDeployment: String(latest.id) }) }];
  });
}
