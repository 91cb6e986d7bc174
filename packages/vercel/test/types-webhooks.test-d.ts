import { describe, expectTypeOf, it } from "vitest";
import type { webhooks } from "../src/generated/schema.ts";
import type { components, Vercel } from "../src/index.ts";
import type * as operations from "../src/operations.ts";
import type { Bound, Facts, Standalone } from "./types/facts.ts";

type S = components["schemas"];

/** What names the account of a call. */
interface Team {
  teamId?: S["TeamId"];
  slug?: string;
}

declare const vc: Vercel;

describe("the types of webhooks", () => {
  it("listWebhooks", () => {
    type Expected = Facts<
      { teamId?: S["TeamId"]; slug?: string; projectId?: string } | undefined,
      S["Webhook"][],
      200,
      400 | 401 | 403 | 410 | 429
    >;
    expectTypeOf<Bound<typeof vc.webhooks.list>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.listWebhooks>>().toEqualTypeOf<Expected>();
  });
  it("createWebhook", () => {
    type Expected = Facts<Team & { body: S["NewWebhook"] }, S["WebhookWithSecret"], 200, 400 | 401 | 403 | 410 | 429>;
    expectTypeOf<Bound<typeof vc.webhooks.create>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.createWebhook>>().toEqualTypeOf<Expected>();
  });
  it("getWebhook", () => {
    type Expected = Facts<{ id: string } & Team, S["Webhook"], 200, 400 | 401 | 403 | 404 | 410 | 429>;
    expectTypeOf<Bound<typeof vc.webhooks.get>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.getWebhook>>().toEqualTypeOf<Expected>();
  });
  it("deleteWebhook", () => {
    type Expected = Facts<{ id: string } & Team, undefined, 204, 400 | 401 | 403 | 404 | 410 | 429>;
    expectTypeOf<Bound<typeof vc.webhooks.delete>>().toEqualTypeOf<Expected>();
    expectTypeOf<Standalone<typeof operations.deleteWebhook>>().toEqualTypeOf<Expected>();
  });
});

describe("the types of events", () => {
  type Known = Exclude<keyof webhooks, "otherEvent">;
  type Event = webhooks[Known]["post"]["requestBody"]["content"]["application/json"];

  it("are told apart by their type", () => {
    const event = {} as Event;
    if (event.type === "project.renamed") expectTypeOf(event.payload.previousName).toEqualTypeOf<string | undefined>();
    if (event.type === "deployment.rollback") expectTypeOf(event).toEqualTypeOf<S["WebhookDeploymentRollbackEvent"]>();
    if (event.type === "deployment.succeeded") expectTypeOf(event).toEqualTypeOf<S["WebhookDeploymentEvent"]>();
  });
});
