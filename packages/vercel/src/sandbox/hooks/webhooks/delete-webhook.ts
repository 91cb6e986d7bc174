import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { findWebhook } from "../../webhooks/find-webhook.ts";

/** Removes a webhook; what waits for a further attempt is not sent any more. */
export const deleteWebhook: Hook<operations["deleteWebhook"]> = (call) => {
  call.store.remove("Webhook", findWebhook(call));
  return { status: 204 };
};
