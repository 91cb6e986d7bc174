import type { components } from "../../generated/schema.ts";

type Schemas = components["schemas"];

/** A webhook as it is stored. */
export type StoredWebhook = Schemas["Webhook"] & {
  /** The same as `ownerId`, under the name that all things of an account have it. */
  readonly accountId: string;
  /** What events are signed with; only the answer that made it shows it. */
  readonly secret: string;
};

/** A webhook without its secret. */
export function showWebhook({ accountId: _, secret: __, ...shown }: StoredWebhook): Schemas["Webhook"] {
  return shown;
}
