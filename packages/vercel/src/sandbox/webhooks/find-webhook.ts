import type { Call } from "@fairlead/sandbox";
import { inAccount, notFound } from "../account.ts";
import type { StoredWebhook } from "./stored-webhook.ts";

/**
 * The webhook that a path names, of the account that the request is about.
 * @throws {Refusal} 403 as `accountOf`; 404 `not_found`, the account has no such webhook.
 */
export function findWebhook(
  call: Pick<Call, "store" | "actor"> & {
    readonly path: { readonly id: string };
    readonly query?: { readonly teamId?: string; readonly slug?: string } | undefined;
  },
): StoredWebhook {
  const webhook = inAccount<StoredWebhook>(call, "Webhook", call.path.id);
  if (webhook !== undefined) return webhook;
  throw notFound(`There is no webhook ${call.path.id} in this account`);
}
