import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { accountOf } from "../../account.ts";
import { vercelError } from "../../refusal.ts";
import { type StoredWebhook, showWebhook } from "../../webhooks/stored-webhook.ts";

/** Makes a webhook of the account, with a secret that this answer alone shows. */
export const createWebhook: Hook<operations["createWebhook"]> = (call) => {
  const { store, random } = call;
  const { url, events, projectIds } = call.body;
  const { accountId } = accountOf(call);
  const foreign = projectIds?.find((id) => store.get("Project", id, { accountId }) === undefined);
  if (foreign !== undefined) return vercelError(400, "bad_request", `There is no project ${foreign} in this account`);
  const secret = random.token(`webhook secret ${store.list("Webhook").length} ${store.version} ${url}`, 24);
  const webhook = store.create("Webhook", {
    url,
    events: [...new Set(events)],
    ...(projectIds && { projectIds: [...new Set(projectIds)] }),
    ownerId: accountId,
    accountId,
    secret,
  }) as StoredWebhook;
  return call.reply({ ...showWebhook(webhook), secret });
};
