import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { findWebhook } from "../../webhooks/find-webhook.ts";
import { showWebhook } from "../../webhooks/stored-webhook.ts";

/** Gives a webhook of the account. */
export const getWebhook: Hook<operations["getWebhook"]> = (call) => call.reply(showWebhook(findWebhook(call)));
